"""Print how fast the page is in headless Chromium.

    python tests/benchmarks/measure_page.py [--graph FILE.graphml] [--store STORE.duckdb ...]

Synthetic graphs of 1,000, 2,000 and 10,000 nodes, and that of a GraphML file. Medians of the rounds:
"first" is the time from the start of navigation to the frame after the first picture, "frame" the distance
of two frames while the mouse drags the picture, "focus" and "card" the time from the choice of the largest
hub to the frame in which its neighbourhood stands out, and to its open card. Needs playwright and Chromium.

With `--store` instead, of real graphs: CPU time of the main thread (what Chromium counts as its tasks), in
milliseconds, until the first picture and for the whole load, for a still frame as it starts and at two, four
and eight times that zoom, a frame while the mouse drags or the wheel zooms, a step of the pointer, a change
of a filter until its picture, and the longest task of what follows; in four windows, or those of `--windows`
(as 2560x1440@1). It hardly depends on what else the machine does, as the time on the clock would.
"""

import argparse
import json
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[2]))

from paperlattice.graph.export import write_graph

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WORDS = ("sparse", "dense", "graph", "adapter", "vision", "token", "market", "robust", "prompt", "large")
COLUMNS = ("first", "frame", "focus", "card")
SIZES = [(1_000, 1_400), (2_000, 6_000), (10_000, 30_000)]

# From the start of the navigation to the frame after the first picture.
WATCH = """(() => {
  const look = () =>
    window.paperlattice && document.querySelector("#canvas canvas")
      ? requestAnimationFrame(() => setTimeout(() => { window.firstPicture = performance.now(); }))
      : requestAnimationFrame(look);
  requestAnimationFrame(look);
})()"""
# Drags the picture a little in each frame.
FRAMES = """async () => {
  const canvas = document.querySelector("#canvas canvas");
  const send = (type, x, y, buttons) =>
    canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, pointerType: "mouse",
      clientX: x, clientY: y, button: type === "pointermove" ? -1 : 0, buttons,
    }));
  const frames = [];
  let last = 0;
  send("pointerdown", 620, 500, 1);
  for (let step = 0; step < 60; step += 1) {
    const now = await new Promise(requestAnimationFrame);
    if (step > 9) frames.push(now - last);
    last = now;
    send("pointermove", 620 + 15 * (step % 20), 500 + 2 * step, 1);
  }
  send("pointerup", 620, 500, 0);
  return frames;
}"""
FOCUS = """async (hub) => {
  const { state, scene, model } = paperlattice;
  await paperlattice.texts.all();
  state.clear();
  await new Promise((done) => setTimeout(done, 500));
  const start = performance.now();
  state.select(hub);
  while (scene.view.focused !== hub || !scene.view.emphasis) await Promise.resolve();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const seen = performance.now() - start;
  const card = document.getElementById("card");
  while (card.dataset.node !== model.nodes.key[hub] || !card.querySelector("h2"))
    await new Promise((done) => setTimeout(done));
  return [seen, performance.now() - start];
}"""
HUB = """(() => {
  const { model } = paperlattice;
  const degree = (i) => model.around[i].length;
  return model.nodes.id.reduce((best, i) => (degree(i) > degree(best) ? i : best), 0);
})()"""


def synthetic_graph(nodes: int, edges: int) -> nx.MultiDiGraph:
    """Papers with abstracts of some 1,200 characters, a few hubs, the rest rarely named."""
    draw = random.Random(nodes)
    graph = nx.MultiDiGraph()
    papers = [f"paper:{number:05}" for number in range(round(nodes * 0.35))]
    entities = [
        f"{draw.choice(['method', 'method', 'dataset', 'repo'])}:e{n}" for n in range(nodes - len(papers))
    ]
    pairs: set[tuple[str, str]] = set()
    side = int((len(papers) + len(entities)) ** 0.5) + 1
    for place, node in enumerate(sorted(papers + entities, key=lambda _: draw.random())):
        kind = node.split(":")[0]
        words = " ".join(draw.choices(WORDS, k=8 if kind == "paper" else 2))
        graph.add_node(node, kind=kind, label=f"{words} {place}", papers=0, topic=f"topic {place // 90}")
        graph.nodes[node].update(x=place % side * 50.0, y=place // side * 50.0, size=4.0 + draw.random() * 12)
        if kind == "paper":
            graph.nodes[node]["abstract"] = " ".join(draw.choices(WORDS, k=170)) + "."
    while len(pairs) < edges:
        paper = draw.choice(papers)
        if draw.random() < 0.4:
            source, target = sorted(draw.sample(papers, 2))
            said = {"weight": draw.random(), "shared": "LoRA", "relation": "related"}
        else:
            source, target = paper, entities[int(len(entities) * draw.random() ** 3)]
            sentence = " ".join(draw.choices(WORDS, k=25))
            said = {"surfaces": graph.nodes[target]["label"], "evidence": sentence, "relation": "uses"}
            said |= {"confidence": draw.random(), "weight": 1.0}
        pairs.add((source, target))
        graph.add_edge(source, target, said["relation"], **said)
    for node in entities:
        graph.nodes[node]["papers"] = graph.in_degree(node)
    return graph


def measure(browser, file: Path, rounds: int) -> dict[str, float]:
    found: dict[str, list[float]] = {column: [] for column in COLUMNS}
    for _ in range(rounds):
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.add_init_script(WATCH)
        page.goto(file.as_uri())
        found["first"].append(page.wait_for_function("window.firstPicture").json_value())
        page.wait_for_timeout(1000)
        before = page.evaluate("paperlattice.draw.view().x")
        found["frame"].append(statistics.median(page.evaluate(FRAMES)))
        if before == page.evaluate("paperlattice.draw.view().x"):
            sys.exit("the picture did not follow the mouse: the figure of a frame would mean nothing")
        page.wait_for_timeout(500)
        focus, card = page.evaluate(FOCUS, page.evaluate(HUB))
        found["focus"].append(focus)
        found["card"].append(card)
        page.context.close()
    return {name: statistics.median(values) for name, values in found.items()}


WINDOWS = [(1440, 900, 1), (1440, 900, 2), (2560, 1440, 1), (2560, 1440, 2)]
TWO_FRAMES = """await new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));"""
STILL = f"async () => {{ paperlattice.draw.repaint(); {TWO_FRAMES} }}"
FILTER = """async () => {
  const { state } = paperlattice;
  state.narrow("papers", state.now.papers === 1 ? 2 : 1);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  performance.mark("painted");
}"""
# As WATCH, with a mark in the trace.
WATCH_MARK = """(() => {
  const look = () =>
    window.paperlattice && document.querySelector("#canvas canvas")
      ? requestAnimationFrame(() => setTimeout(() => performance.mark("painted")))
      : requestAnimationFrame(look);
  requestAnimationFrame(look);
})()"""
CLOSER = """async () => {
  paperlattice.draw.zoom(2);
  await new Promise((done) => setTimeout(done, 900));
}"""
STEPS = 20
MOVES = {
    "drag": """async () => {
      const canvas = document.querySelector("#canvas canvas");
      const send = (type, x, y, buttons) =>
        canvas.dispatchEvent(new PointerEvent(type, {
          bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, pointerType: "mouse",
          clientX: x, clientY: y, button: type === "pointermove" ? -1 : 0, buttons,
        }));
      send("pointerdown", 620, 500, 1);
      for (let step = 0; step < 20; step += 1) {
        await new Promise(requestAnimationFrame);
        send("pointermove", 620 + 6 * step, 500 + 3 * step, 1);
      }
      send("pointerup", 620, 500, 0);
    }""",
    "wheel": """async () => {
      const canvas = document.querySelector("#canvas canvas");
      for (let step = 0; step < 20; step += 1) {
        await new Promise(requestAnimationFrame);
        canvas.dispatchEvent(new WheelEvent("wheel", {
          bubbles: true, cancelable: true, clientX: 620, clientY: 450, deltaY: step < 10 ? -40 : 40,
        }));
      }
    }""",
    "hover": """async () => {
      const canvas = document.querySelector("#canvas canvas");
      for (let step = 0; step < 20; step += 1) {
        await new Promise(requestAnimationFrame);
        canvas.dispatchEvent(new PointerEvent("pointermove", {
          bubbles: true, pointerType: "mouse", clientX: 500 + 10 * step, clientY: 450,
        }));
      }
    }""",
}


def tasks(browser, page, act, wait: int) -> tuple[float, float, float]:
    """Return CPU time of the main thread until the mark "painted", in all, and of the longest task after."""
    browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing", "__metadata"])
    act()
    page.wait_for_timeout(wait)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    found = next(event for event in reversed(events) if event["name"] == "painted")
    main = (found["pid"], found["tid"])
    taken = [
        (event["ts"], event.get("tdur", 0) / 1000)
        for event in events
        if event["name"] == "ThreadControllerImpl::RunTask" and (event["pid"], event["tid"]) == main
    ]
    before = [time for start, time in taken if start < found["ts"]]
    after = [time for start, time in taken if start >= found["ts"]]
    return sum(before), sum(before) + sum(after), max(after, default=0)


def costs(browser, file: Path, window: tuple[int, int, int], rounds: int) -> dict[str, float]:
    """Return milliseconds of CPU time by what was done, and the megabytes of the heap."""
    wide, high, ratio = window
    context = browser.new_context(viewport={"width": wide, "height": high}, device_scale_factor=ratio)
    page = context.new_page()
    page.add_init_script(WATCH_MARK)
    first, load, _ = tasks(browser, page, lambda: page.goto(file.as_uri()), 4000)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def counted(name: str) -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in found if metric["name"] == name)

    def median(script: str, parts: int = 1) -> float:
        taken = []
        for _ in range(rounds):
            before = counted("TaskDuration")
            page.evaluate(script)
            taken.append(1000 * (counted("TaskDuration") - before) / parts)
            page.wait_for_timeout(600)
        return statistics.median(taken)

    found = {"first": first, "load": load, "heap": counted("JSHeapUsedSize") / 1e6}
    found["still"] = median(STILL)
    found |= {name: median(script, STEPS) for name, script in MOVES.items()}
    changes = [tasks(browser, page, lambda: page.evaluate(FILTER), 1500) for _ in range(2 * rounds)]
    found["filter"] = statistics.median(before for before, _, _ in changes)
    found["later"] = max(longest for _, _, longest in changes)
    for zoom in (2, 4, 8):
        page.evaluate(CLOSER)
        found[f"x{zoom}"] = median(STILL)
    context.close()
    return found


def window_of(text: str) -> tuple[int, int, int]:
    wide, high, ratio = map(int, re.fullmatch(r"(\d+)x(\d+)@(\d)", text).groups())
    return wide, high, ratio


def measure_stores(browser, stores: list[Path], windows: list[tuple[int, int, int]], rounds: int) -> None:
    from paperlattice import KnowledgeGraph

    columns = (
        *("first", "load", "heap", "still", "x2", "x4", "x8"),
        *("drag", "wheel", "hover", "filter", "later"),
    )
    print(f"{'store, window':<28}" + "".join(f"{name:>8}" for name in columns), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for store in stores:
            file = Path(folder, "graph.html")
            KnowledgeGraph.open(store).write(file)
            for window in windows:
                found = costs(browser, file, window, rounds)
                name = f"{store.parent.name} {window[0]}x{window[1]} @{window[2]}"
                print(f"{name:<28}" + "".join(f"{found[column]:>8.1f}" for column in columns), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--graph", type=Path, help="a GraphML file to measure beside the synthetic graphs")
    parser.add_argument("--store", type=Path, nargs="+", default=[], help="stores whose pages are measured")
    parser.add_argument("--windows", type=window_of, nargs="+", default=WINDOWS, help="as 1440x900@2")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium on this machine: install the package chromium")
    if options.store:
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=SWITCHES)
            measure_stores(browser, options.store, options.windows, options.rounds)
            browser.close()
        return
    graphs = {f"{size[0]:,} nodes": synthetic_graph(*size) for size in SIZES}
    if options.graph:
        graphs = {
            options.graph.name: nx.MultiDiGraph(nx.read_graphml(options.graph, force_multigraph=True))
        } | graphs
    heads = ("nodes", "links", "write s", "MB", "first ms", "frame ms", "focus ms", "card ms")
    print(f"{'graph':<16}" + "".join(f"{head:>10}" for head in heads), flush=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=SWITCHES)
        for name, graph in graphs.items():
            file = Path(folder, "graph.html")
            start = time.perf_counter()
            write_graph(graph, file, format="html")
            took = time.perf_counter() - start
            figures = measure(browser, file, options.rounds)
            megabytes = file.stat().st_size / 1e6
            size = f"{len(graph):>10}{graph.number_of_edges():>10}{took:>10.1f}{megabytes:>10.1f}"
            times = "".join(f"{figures[column]:>10.0f}" for column in COLUMNS)
            print(f"{name:<16}{size}{times}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
