"""The papers that paperq and newsboat are measured with: made up, but of real size and the same in
every run."""

import datetime
import http.server
import itertools
import json
import os
import random
import re
import threading
import urllib.parse
from xml.sax.saxutils import escape

MONTHS = 24
LAST_MONTH = (2026, 10)
CATEGORIES = ["cs.LG", "cs.CL", "cs.CV", "cs.AI", "stat.ML", "cs.RO", "cs.NE", "cs.IR"]
FETCH_LIMIT = 30_000  # the most papers of one fetch of a source

GIVEN = """Ada Aisha Akira Ana Anton Bao Carla Chen Dmitri Elena Emil Fatima Felix Grace Hana Hugo
Ines Ivan Jia Jonas José Julia Kai Kofi Lars Lena Li Lucía Marek Mei Mina Nadia Noah Nora Olga
Omar Priya Rafael Ravi René Sara Sofia Søren Tariq Tomás Vera Wei Xin Yara Yuki Zoë""".split()
FAMILY = """Abebe Andersson Bauer Bianchi Chen Costa Das Dubois Fernández Fischer Garcia Gupta Haas
Hill Huang Ito Ivanov Jansen Kim Kowalski Kumar Lee Lindqvist Liu Lopez Ma Martin Meyer Müller
Nakamura Nguyen Novak Okafor Osei Park Patel Petrov Rossi Sato Schmidt Silva Singh Smith Sokolov
Sørensen Suzuki Tanaka Vargas Wagner Wang Weber Wu Xu Yamamoto Yang Yılmaz Zhang Zhao
Zhou""".split()
COMMON = """the of and a to in we for that is on with this by as are our from an be which can model
models learning it training data show these or method methods performance both language at results
tasks large than have more not propose using between paper neural such has based network""".split()
TOPICS = """attention transformer diffusion reinforcement policy gradient representation embedding
contrastive retrieval reasoning alignment benchmark dataset optimization convergence generalization
robustness adversarial uncertainty calibration quantization pruning distillation sparse mixture
experts routing scaling laws pretraining finetuning instruction preference reward exploration
planning world simulation robot manipulation navigation segmentation detection tracking video image
speech audio multimodal graph molecule protein causal inference bayesian variational posterior
sampling kernel bandit regret federated privacy fairness interpretability circuits features probing
memory context length token tokenizer vocabulary translation summarization dialogue question
answering code synthesis verification theorem proof symbolic numerical equation operator spectral
manifold geometry equivariant symmetry compression latency throughput hardware accelerator parallel
distributed synchronous curriculum continual forgetting transfer domain adaptation shift detection
anomaly forecasting temporal series recurrent state space convolution residual normalization
initialization regularization dropout augmentation synthetic supervision labels noise annotation
human feedback evaluation judge agent tool environment game imitation offline online""".split()
GLUE = """significantly efficient novel framework approach existing however further across without
while under through demonstrate introduce state-of-the-art accuracy improve reduce achieve require
consistent theoretical empirical analysis experiments extensive compared baseline recent challenge
problem setting general specific different several possible simple effective robust
strong""".split()
SYMBOLS = [r"$\alpha$", r"$O(n \log n)$", r"$L_2$", r"$\epsilon$-greedy", r"$\mathcal{D}$", "$k$"]


class Paper:
    __slots__ = ("id", "title", "abstract", "authors", "categories", "published")

    def __init__(self, id, title, abstract, authors, categories, published):
        self.id, self.title, self.abstract = id, title, abstract
        self.authors, self.categories, self.published = authors, categories, published

    @property
    def month(self):
        return self.id[:4]


def papers(count):
    """`count` papers over two years, the newest first; abstracts are of 900 to 1,500 characters."""
    chance = random.Random(20261122)
    words = COMMON * 4 + GLUE * 2 + TOPICS + SYMBOLS
    result = []
    for place in range(MONTHS):
        months = LAST_MONTH[0] * 12 + LAST_MONTH[1] - 1 - place
        year, month = divmod(months, 12)
        month += 1
        share = count * (place + 1) // MONTHS - count * place // MONTHS
        start = datetime.datetime(year, month, 1)
        seconds = sorted(chance.sample(range(27 * 86_400), share))
        for number, second in reversed(list(enumerate(seconds, 1))):
            length = chance.randint(900, 1500)
            text = " ".join(chance.choices(words, k=length // 5))[:length].rstrip()
            title = " ".join(chance.choices(TOPICS, k=chance.randint(3, 6)) + ["for"]
                             + chance.choices(TOPICS, k=chance.randint(1, 4)))
            result.append(Paper(
                f"{year % 100:02}{month:02}.{number:05}", title[:1].upper() + title[1:],
                text[:1].upper() + text[1:] + ".",
                [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
                 for _ in range(chance.randint(1, 8))],
                chance.sample(CATEGORIES, chance.randint(1, 3)),
                (start + datetime.timedelta(seconds=second)).isoformat() + "Z"))
    return result


def write_library(folder, papers):
    """Writes a library of paperq's format 1; every fourth paper has been read."""
    for name in ["papers", "reading"]:
        os.makedirs(f"{folder}/{name}")
    with open(f"{folder}/library.json", "w") as file:
        file.write('{"format":1,"created":"2024-11-01T00:00:00Z"}\n')
    for month, group in itertools.groupby(papers, key=lambda paper: paper.month):
        group = sorted(group, key=lambda paper: paper.id)
        write_month(f"{folder}/papers/{month}.json", ((paper.id, record(paper)) for paper in group))
        time = "2026-11-01T08:00:00.000Z"
        write_month(
            f"{folder}/reading/{month}.json",
            ((paper.id, {"changed": {"state": time}, "state": "read"}) for paper in group[::4]))


def write_month(path, records):
    lines = [
        f'"{id}":' + json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for id, value in records]
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n")


def record(paper):
    return {
        "abstract": paper.abstract, "added": paper.published[:-1] + ".000Z",
        "authors": [{"name": name} for name in paper.authors], "categories": paper.categories,
        "primaryCategory": paper.categories[0], "published": paper.published,
        "sources": ["bench"], "title": paper.title, "updated": paper.published, "version": 1}


def write_feed(path, papers):
    """Writes the papers as one Atom feed for newsboat."""
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<feed xmlns="http://www.w3.org/2005/Atom"><title>bench</title>'
                   '<id>urn:bench</id><updated>2026-11-01T00:00:00Z</updated>\n')
        for paper in papers:
            file.write(entry(paper))
        file.write("</feed>\n")


def answer(papers):
    """One answer of arXiv's API with all papers."""
    head = ArXiv.HEAD.format(size=len(papers), total=len(papers), start=0)
    return "".join([head, *map(entry, papers), "</feed>\n"]).encode()


def entry(paper):
    address = f"http://arxiv.org/abs/{paper.id}v1"
    authors = "".join(f"<author><name>{name}</name></author>" for name in paper.authors)
    categories = "".join(f'<category term="{name}" scheme="http://arxiv.org/schemas/atom"/>'
                         for name in paper.categories)
    return (f"<entry><id>{address}</id><title>{escape(paper.title)}</title>"
            f"<updated>{paper.published}</updated><published>{paper.published}</published>"
            f'<link href="{address}" rel="alternate" type="text/html"/>'
            f"<summary>{escape(paper.abstract)}</summary>{categories}"
            f'<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom"'
            f' term="{paper.categories[0]}"/>{authors}</entry>\n')


class ArXiv:
    """arXiv's search on the loopback interface. The query `jr:partN` finds the papers of slice N,
    newest first, in slices that one fetch may ask for."""

    HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
            'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
            '<id>https://arxiv.org/api/bench</id><title>arXiv Query: bench</title>'
            '<updated>2026-11-01T00:00:00Z</updated>'
            '<opensearch:itemsPerPage>{size}</opensearch:itemsPerPage>'
            '<opensearch:totalResults>{total}</opensearch:totalResults>'
            '<opensearch:startIndex>{start}</opensearch:startIndex>\n')

    def __init__(self, papers):
        entries = [entry(paper).encode() for paper in papers]
        parts = [entries[start:start + FETCH_LIMIT]
                 for start in range(0, len(entries), FETCH_LIMIT)]
        self.sources = [
            {"name": f"part{index}", "query": f"jr:part{index}", "window": "10y",
             "limit": FETCH_LIMIT} for index in range(len(parts))]

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
                asked = re.search(r"part(\d+)", query.get("search_query", [""])[0])
                found = parts[int(asked[1])] if asked else []
                start = int(query.get("start", ["0"])[0])
                size = int(query.get("max_results", ["10"])[0])
                head = ArXiv.HEAD.format(size=size, total=len(found), start=start).encode()
                body = head + b"".join(found[start:start + size]) + b"</feed>\n"
                self.send_response(200)
                self.send_header("Content-Type", "application/atom+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
