"""Times each format as a whole command, and the tools alone on the same content."""
import os, pathlib, statistics, subprocess, sys, time

program, work = sys.argv[1], pathlib.Path(sys.argv[2])
matter, out = work / "case.art28", work / "out"
RUNS = 7


def timed(command):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        times.append((time.perf_counter() - start) * 1000)
        if done.returncode != 0:
            return None, done.stderr.strip().splitlines()[-1:]
    return statistics.median(times), (min(times), max(times))


def row(name, command, against=None):
    median, spread = timed(command)
    if median is None:
        print(f"{name:40} not tried: {' '.join(spread)}")
        return None
    ratio = f"   {median / against:.2f} of the tool alone" if against else ""
    print(f"{name:40} {median:8.1f} ms  ({spread[0]:.1f} to {spread[1]:.1f}){ratio}")
    return median


def draft(form):
    return [program, "draft", str(matter), "--to", form, "--out", str(out)]


for form in ("md", "txt", "html"):
    row(f"draft --to {form}", draft(form))
start = row("start-up alone (log)", [program, "log", str(matter)])
# pandoc on the agreement as it stands in the file that we made of it.
alone = row("pandoc alone, agreement.html to docx",
            ["pandoc", "-f", "html", "-t", "docx", "-o", str(work / "p.docx"), str(out / "agreement.html")])
row("draft --to docx", draft("docx"), alone)
python = os.environ.get("ART28_TYPST_PYTHON", "python3")
markup = work / "t.typ"
text = (out / "agreement.txt").read_text()
markup.write_text("\n\n".join("".join("\\" + c if c in "#*_`$@<>=-+/[]\\~'\"" else c for c in part)
                              for part in text.split("\n\n")))
alone = row("typst alone, the same words as plain text",
            [python, "-c", f"import typst; typst.compile({str(markup)!r}, output={str(work / 't.pdf')!r})"])
row("draft --to pdf", draft("pdf"), alone)
