"""Start and keys of the screen beside dialog and whiptail, through the harness ttybench."""
import json, os, pathlib, subprocess, sys

harness, program, work = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
TEXT = "The processor shall notify the controller without undue dela"
TYPE = [{"type": TEXT, "label": "character"}, {"key": "Backspace", "repeat": 10, "label": "backspace"},
        {"idle_ms": 1000}]
MOVE = [{"key": "Down", "repeat": 20, "label": "move"}, {"key": "Up", "repeat": 5, "label": "up"},
        {"idle_ms": 1000}]
LONG = "The processor shall notify the controller without undue delay. " * 40
PASTE = [{"paste": LONG[:2000], "label": "paste"}, {"idle_ms": 1000}]
ITEMS = [x for i in range(1, 41) for x in (f"i{i:02d}", f"Item {i:02d} of the list")]
LEAVE = [{"key": "C-q"}]
matter = str(work / "case.art28")


def at(words):
    # Go to a question: the list of all, narrowed by words.
    return [{"key": "C-g"}, {"type": words}, {"key": "Enter"}, {"sleep_ms": 400}]


def suite(rows):
    path = work / "suite.json"
    path.write_text(json.dumps([
        {"name": name, "command": command,
         "script": {"name": name, "ready": {"text": ready}, "steps": steps, "quit": quit}}
        for name, command, ready, steps, quit in rows]))
    subprocess.run([sys.executable, str(harness / "ttybench.py"), "--size", "80x24", "--suite", str(path),
                    "--runs", "5", "--json", str(work / "result.json")])


def ours(words, steps):
    return ([program, matter], "of", at(words) + steps, LEAVE)


suite([
    ("art28, text", *ours("name of the services", TYPE)),
    ("dialog, text", ["dialog", "--inputbox", "Processor legal name:", "10", "70"], "legal name", TYPE, [{"key": "Enter"}]),
    ("whiptail, text", ["whiptail", "--inputbox", "Processor legal name:", "10", "70"], "legal name", TYPE, [{"key": "Enter"}]),
    ("art28, paste", *ours("name of the services", PASTE)),
    ("art28, resize", [program, matter], "of", [x for size in ("100x30", "80x24", "120x40", "80x24") for x in ({"resize": size, "label": "resize"}, {"sleep_ms": 400})], LEAVE),
    ("art28, choice", *ours("governing law", MOVE)),
    ("dialog, menu", ["dialog", "--menu", "Lawful basis:", "22", "70", "14"] + ITEMS, "Item 01", MOVE, [{"key": "Enter"}]),
    ("whiptail, menu", ["whiptail", "--menu", "Lawful basis:", "22", "70", "14"] + ITEMS, "Item 01", MOVE, [{"key": "Enter"}]),
    ("art28, all answers", [program, matter], "of", [{"key": "M-v"}, {"sleep_ms": 400}, {"key": "Down", "repeat": 60, "label": "move"}, {"idle_ms": 1000}], LEAVE),
    ("art28, next question", [program, matter], "of", [{"key": "Enter", "repeat": 30, "label": "next"}, {"idle_ms": 1000}], LEAVE),
])
