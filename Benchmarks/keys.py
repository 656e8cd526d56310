"""Start and keys of the screen beside other terminal programs, in one run of the harness ttybench.

    keys.py HARNESS PROGRAM WORK [SIZE]

WORK holds case.art28. Peers in Python (Textual, prompt_toolkit …) take part where the Python that runs
this has them; their forms are those in the harness's folder `peers`.
"""
import importlib.util, json, pathlib, statistics, subprocess, sys

harness, program, work = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
size = sys.argv[4] if len(sys.argv) > 4 else "120x36"
TEXT = "The processor shall notify the controller without undue dela"
TYPE = [{"type": TEXT, "label": "character"}, {"key": "Backspace", "repeat": 10, "label": "backspace"},
        {"idle_ms": 1000}]
MOVE = [{"key": "Down", "repeat": 20, "label": "move"}, {"key": "Up", "repeat": 5, "label": "up"},
        {"idle_ms": 1000}]
LONG = "The processor shall notify the controller without undue delay. " * 40
PASTE = [{"paste": LONG[:2000], "label": "paste", "timeout_ms": 5000}, {"idle_ms": 1000}]
RESIZE = [x for other in ("100x30", "80x24", "120x40", size)
          for x in ({"resize": other, "label": "resize"}, {"sleep_ms": 400})]
ESCAPE = [{"type": "abc"}, {"sleep_ms": 400}, {"key": "Esc", "label": "escape", "timeout_ms": 3000}]
ITEMS = [x for i in range(1, 41) for x in (f"i{i:02d}", f"Item {i:02d} of the list")]
LEAVE = [{"key": "C-q"}]
# Half-typed text is given up, so that every run begins with the same matter.
GIVE_UP = [{"key": "Esc", "label": "give up"}, {"sleep_ms": 200}]
ENTER = [{"key": "Enter"}]
matter = str(work / "case.art28")


def at(words):
    # Go to a question: the list of all, narrowed by words.
    return [{"key": "C-g", "label": "go to"}, {"type": words, "label": "search"},
            {"key": "Enter", "label": "go there"}, {"sleep_ms": 400}]


def ours(words, steps):
    return ([program, matter], "of", at(words) + steps + GIVE_UP, LEAVE)


def peer(file, *words):
    return [sys.executable, str(harness / "peers" / file), *words]


def has(module):
    return importlib.util.find_spec(module) is not None


def commits():
    steps = []
    for turn in range(3):
        steps += at("name of the services") + [{"type": " x"}, {"sleep_ms": 400}, {"key": "Enter", "label": "commit"},
                                               {"sleep_ms": 400}]
        steps += at("governing law") + [{"key": "Up" if turn % 2 else "Down"}, {"sleep_ms": 400},
                                        {"key": "Enter", "label": "commit"}, {"sleep_ms": 400}]
    return steps


box = ["--inputbox", "Processor legal name:", "10", "70"]
menu = ["--menu", "Lawful basis:", "22", "70", "14"] + ITEMS
# Task, who does it: name, command, words of the first screen, steps, keys that leave.
TASKS = {
    # Into an empty field, as at the peers.
    "text": [("art28", *ours("name of the services", [{"key": "C-u", "label": "clear"}] + TYPE)),
             ("dialog", ["dialog", *box], "legal name", TYPE, ENTER),
             ("whiptail", ["whiptail", *box], "legal name", TYPE, ENTER)],
    "list": [("art28", *ours("governing law", MOVE)),
             ("dialog", ["dialog", *menu], "Item 01", MOVE, ENTER),
             ("whiptail", ["whiptail", *menu], "Item 01", MOVE, ENTER)],
    "paste": [("art28", *ours("name of the services", PASTE)),
              ("dialog", ["dialog", *box], "legal name", PASTE, ENTER),
              ("whiptail", ["whiptail", *box], "legal name", PASTE, ENTER)],
    "resize": [("art28", [program, matter], "of", RESIZE, LEAVE),
               ("dialog", ["dialog", *box], "legal name", RESIZE, ENTER),
               ("whiptail", ["whiptail", *box], "legal name", RESIZE, ENTER)],
    "escape": [("art28", *ours("name of the services", ESCAPE)),
               ("dialog", ["dialog", *box], "legal name", ESCAPE, []),
               ("whiptail", ["whiptail", *box], "legal name", ESCAPE, [])],
    "all answers": [("art28", [program, matter], "of",
                     [{"key": "M-v"}, {"sleep_ms": 400}, {"key": "Down", "repeat": 60, "label": "move"}, {"idle_ms": 1000}],
                     LEAVE)],
    "next question": [("art28", [program, matter], "of",
                       at("on which side") + [{"key": "Enter", "repeat": 30, "label": "next"}, {"idle_ms": 1000}], LEAVE)],
    "a changed answer": [("art28", [program, matter], "of", commits(), LEAVE)],
}
if has("prompt_toolkit"):
    for task, steps in (("text", TYPE), ("paste", PASTE), ("resize", RESIZE)):
        TASKS[task].append(("prompt_toolkit", peer("ptk_input_dialog.py"), "legal name", steps, [{"key": "Tab"}] + ENTER))
    TASKS["list"].append(("prompt_toolkit", peer("ptk_radio_dialog.py"), "Item 01", MOVE, [{"key": "Tab"}] + ENTER))
if has("textual"):
    for task, steps in (("text", TYPE), ("paste", PASTE), ("resize", RESIZE)):
        TASKS[task].append(("Textual", peer("textual_form.py"), "Item 01", steps, [{"key": "C-q"}]))
    TASKS["list"].append(("Textual", peer("textual_form.py", "list"), "Item 01", MOVE, [{"key": "C-q"}]))
if has("urwid"):
    TASKS["text"].append(("urwid", peer("urwid_form.py"), "legal name", TYPE, [{"key": "F10"}]))
    TASKS["list"].append(("urwid", peer("urwid_form.py", "list"), "Item 01", MOVE, [{"key": "F10"}]))

rows = [(task, *row) for task, who in TASKS.items() for row in who]
suite, result = work / "suite.json", work / "result.json"
suite.write_text(json.dumps([
    {"name": f"{name}, {task}", "command": command,
     "script": {"name": task, "ready": {"text": ready}, "steps": steps, "quit": quit, "may_end": task == "escape"}}
    for task, name, command, ready, steps, quit in rows]))
subprocess.run([sys.executable, str(harness / "ttybench.py"), "--size", size, "--suite", str(suite), "--runs", "5",
                "--keep-runs", "--json", str(result)], stderr=subprocess.DEVNULL)
found = {(task, row[0]): done
         for (task, *row), done in zip(rows, json.loads(result.read_text())["results"])}


def ratio(theirs, mine):
    return f"{theirs / mine:.1f}x" if theirs is not None and mine else "-"


def figures(label):
    # Of one label: bytes median and mean, ms to the first byte, CPU ms a key.
    def read(done):
        key = done["keys"].get(label)
        return key and (key["bytes"]["median"], key["bytes"]["mean"], key["first_byte_ms"], key["cpu_ms_per_key"])
    return read


def start(done):
    return (done["startup_ms"], done["first_byte_ms"], done["startup_cpu_ms"], done["peak_rss_kb"] / 1024)


def table(title, task, heads, read):
    print(f"\n{title}\n  {'':16}" + "".join(f"{head:>22}" for head in heads))
    mine = None
    for (of, name), done in found.items():
        values = read(done) if of == task else None
        if not values:
            continue
        mine = mine or values
        cells = [f"{value:.2f}".rstrip("0").rstrip(".") if value is not None else "-" for value in values]
        if values is not mine:
            cells = [f"{cell} ({ratio(value, own)})" for cell, value, own in zip(cells, values, mine)]
        print(f"  {name:16}" + "".join(f"{cell:>22}" for cell in cells))


KEY = ("bytes, median", "bytes, mean", "ms to first byte", "CPU ms a key")
print(f"== {size}; in brackets: how many times ours. Medians of five runs in turn.")
for task in ("text", "list", "resize"):
    table(f"Start ({task})", task, ("first screen, ms", "first byte, ms", "CPU ms", "peak RSS, MB"), start)
table("A character typed", "text", KEY, figures("character"))
table("Backspace", "text", KEY, figures("backspace"))
table("A move in a list", "list", KEY, figures("move"))
table("A paste of 2,000 characters", "paste", KEY, figures("paste"))
table("A new size", "resize", KEY, figures("resize"))
table("Esc", "escape", KEY, figures("escape"))
table("A move in all answers", "all answers", KEY, figures("move"))
table("The next question", "next question", KEY, figures("next"))
table("Enter on a changed answer", "a changed answer", KEY, figures("commit"))
for label in ("go to", "search", "go there"):
    table(f"The list of all questions: {label}", "a changed answer", KEY, figures(label))
print("\nIdle for 1 s: bytes, CPU ms")
for (task, name), done in found.items():
    if "idle" in done:
        print(f"  {name + ', ' + task:30} {done['idle']['bytes']:8.0f} {done['idle']['cpu_ms']:8.2f}")
USUAL = ("character", "backspace", "move", "up", "next")
runs = [[[key for key in run["keys"] if key["label"] in USUAL] for run in done["each"]]
        for (task, name), done in found.items() if name == "art28"]
for words, keys in (("each by its median of five runs", [statistics.median(k["cpu_ms"] for k in same) for r in runs for same in zip(*r)]),
                    ("each by itself", [key["cpu_ms"] for r in runs for run in r for key in run])):
    keys.sort()
    print(f"\nart28, CPU a key over {len(keys)} keys that type, move and go on, {words}: median {statistics.median(keys):.2f} ms, "
          f"99 of 100 within {keys[len(keys) * 99 // 100]:.2f} ms, at most {keys[-1]:.2f} ms")
for (task, name), done in found.items():
    for problem in done["problems"]:
        print(f"  {name}, {task}: {problem}")
    if done["left_on"]:
        print(f"  {name}, {task}: left on {done['left_on']}")
