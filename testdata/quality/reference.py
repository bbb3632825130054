"""Signals of quality by a reading of their sources of its own: texts.json in, reference.jsonl out.

python3 testdata/quality/reference.py

Gopher is Rae et al. 2021, appendix A.1.1; C4 Raffel et al. 2020, section 2.2; FineWeb Penedo et al. 2024;
RP2 the signals of RedPajama v2. None of Copydesk's code is used. What the sources leave open is decided so:
a line is one that is not blank, a character that is written without spaces is a word, lengths are code points.
"""
import json
import os
import re
import string

HERE = os.path.dirname(os.path.abspath(__file__))
ALONE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
CLOSERS = "\"')]\u201d\u2019\u00bb\u201c\u300d\u300f"
STOP = {"the", "be", "to", "of", "and", "that", "have", "with"}
BULLETS = "\u2022\u2023\u25b6\u25c0\u25e6\u25a0\u25a1\u25aa\u25ab\u2013-"
TERMINAL = ".!?\"'\u2026\u201d\u2019\u201c\u00bb\u300d\u300f\u3002\uff01\uff1f\u061f\u06d4\u0964"


def white_words(text):
    for run in text.split():
        part = ""
        for c in run:
            if ALONE.match(c):
                if part:
                    yield part
                yield c
                part = ""
            else:
                part += c
        if part:
            yield part


def bare(word):
    """Without the punctuation around it."""
    marks = [i for i, c in enumerate(word) if c.isalpha() or c.isdigit()]
    return word[marks[0]:marks[-1] + 1] if marks else ""


def share(part, whole):
    return part / whole if whole else 0.0


def repeated(items):
    seen, count, characters = set(), 0, 0
    for item in items:
        if item in seen:
            count += 1
            characters += len(item)
        seen.add(item)
    return count, characters


def top(words, n):
    counts = {}
    for i in range(len(words) - n + 1):
        group = tuple(words[i:i + n])
        counts[group] = counts.get(group, 0) + 1
    if not counts:
        return 0
    group = max(counts, key=counts.get)  # the first of equally frequent ones
    return counts[group] * sum(map(len, group)) if counts[group] > 1 else 0


def later(words, n):
    seen, characters, i = set(), 0, 0
    while i + n <= len(words):
        group = tuple(words[i:i + n])
        if group in seen:
            characters += sum(map(len, group))
            i += n
        else:
            seen.add(group)
            i += 1
    return characters


def sentences(text):
    return len(re.findall(r"[.!?\u2026\u3002]+(?=\s|$|[" + re.escape(CLOSERS) + "]|[\u3040-\uffff])", text))


def signals(text):
    every = list(white_words(text))
    words = [w for w in map(bare, every) if w]
    normal = [w for w in (w.translate(str.maketrans("", "", string.punctuation)).lower() for w in every) if w]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    paragraphs = ["\n".join(line.strip() for line in p.split("\n"))
                  for p in re.split(r"\n(?:[^\S\n]*\n)+", text.strip()) if p.strip()]
    out = {
        "words": len(words),
        "characters": sum(not c.isspace() for c in text),
        "lines": len(lines),
        "paragraphs": len(paragraphs),
        "sentences": sentences(text),
        "mean_word_length": share(sum(map(len, words)), len(words)),
        "hash_ratio": share(text.count("#"), len(words)),
        "ellipsis_ratio": share(text.count("...") + text.count("\u2026"), len(words)),
        "bullet_lines": share(sum(line[0] in BULLETS for line in lines), len(lines)),
        "ellipsis_lines": share(sum(line.endswith(("...", "\u2026")) for line in lines), len(lines)),
        "alphabetic_words": share(sum(any(c.isalpha() for c in w) for w in every), len(every)),
        "stop_words": len(STOP & {w.lower() for w in words}),
        "terminal_punctuation_lines": share(sum(line[-1] in TERMINAL for line in lines), len(lines)),
        "short_lines": share(sum(len(line) <= 30 for line in lines), len(lines)),
        "newline_ratio": share(text.count("\n"), len(words)),
        "unique_words": share(len(set(normal)), len(normal)),
        "lorem_ipsum": text.lower().count("lorem ipsum"),
        "curly_braces": text.count("{"),
    }
    count, characters = repeated(lines)
    out["duplicate_lines"] = share(count, len(lines))
    out["duplicate_line_characters"] = share(characters, sum(map(len, lines)))
    count, _ = repeated(paragraphs)
    out["duplicate_paragraphs"] = share(count, len(paragraphs))
    characters = repeated([p.replace("\n", "\u0000") for p in paragraphs])[1]
    inner = sum(p.count("\n") for i, p in enumerate(paragraphs) if p in paragraphs[:i])
    out["duplicate_paragraph_characters"] = share(characters - inner, sum(map(len, lines)))
    tokens = re.findall(r"\w+|[^\w\s]+", text)
    out["all_caps_words"] = share(sum(t.isupper() for t in tokens), len(tokens))
    letters = sum(map(len, normal))
    for n in (2, 3, 4):
        out["top_%dgram" % n] = share(top(normal, n), letters)
    for n in (5, 6, 7, 8, 9, 10):
        out["duplicate_%dgrams" % n] = share(later(normal, n), letters)
    return out


with open(os.path.join(HERE, "texts.json"), encoding="utf-8") as file:
    texts = json.load(file)
with open(os.path.join(HERE, "reference.jsonl"), "w", encoding="utf-8") as file:
    for text in texts:
        file.write(json.dumps({"text": text, "signals": signals(text)}, ensure_ascii=False) + "\n")
