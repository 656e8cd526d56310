package enum T { nonisolated(unsafe) package static var a = 0.5, b = 0.5, c = 1.0, h = 2.0 }
