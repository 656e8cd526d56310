"""Times each format as a whole command, and 100 matters to all formats on one core and on all."""
import pathlib, shutil, statistics, subprocess, sys, time

program, work = sys.argv[1], pathlib.Path(sys.argv[2])
matter, out = work / "case.art28", work / "out"
RUNS = 7


def timed(command, runs=RUNS):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        times.append((time.perf_counter() - start) * 1000)
        if done.returncode != 0:
            return None, done.stderr.strip().splitlines()[-1:]
    return statistics.median(times), (min(times), max(times))


def row(name, command, start=None, runs=RUNS):
    median, spread = timed(command, runs)
    if median is None:
        print(f"{name:40} not tried: {' '.join(spread)}")
        return None
    apart = f"   {median - start:.1f} ms without start-up" if start else ""
    print(f"{name:40} {median:8.1f} ms  ({spread[0]:.1f} to {spread[1]:.1f}){apart}")
    return median


def draft(form):
    return [program, "draft", str(matter), "--to", form, "--out", str(out)]


start = row("start-up alone (log)", [program, "log", str(matter)])
for form in ("md", "txt", "html", "docx", "pdf"):
    row(f"draft --to {form}", draft(form), start)

count = int(sys.argv[3]) if len(sys.argv) > 3 else 100
many = work / "many"
many.mkdir()
for number in range(count):
    shutil.copy(matter, many / f"matter {number + 1}.art28")
batch = [program, "draft", str(many), "--all", "--to", "md,txt,html,docx,pdf", "--out", str(out)]
both = row(f"{count} matters to all formats", batch, runs=1)
one = row("the same on one core", ["taskset", "-c", "0"] + batch, runs=1)
if both and one:
    print(f"{one / both:.2f} times as fast on all cores")
