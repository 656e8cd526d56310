print("art28")
