"""Participles that say what somebody adds: the envoy praised the plan, *saying* it would help.

After a comma such a participle belongs to the verb of whoever speaks. The parser hangs it on the
noun right before it, or on the last verb of a clause that is only part of what was said.
"""

from functools import cache

from spacy.tokens import Token

from extractors.lexicon import load, verb_lemma
from extractors.mending.tree import attach

BREAKS = frozenset({",", "–", "—", "-", ";"})
QUOTATION = frozenset({"“", '"', "‘", "'", "``"})
OPENS_CONTENT = frozenset({"that", "of", "how", "why", "whether"}) | QUOTATION
LOOSE = frozenset({"acl", "advcl", "conj", "parataxis", "csubj", "xcomp", "ccomp", "appos", "dep"})
PAPERS = frozenset(
    {"communique", "communiqué", "declaration", "email", "letter", "memo", "message", "note"}
    | {"post", "release", "statement", "tweet", "video"}
)
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "nsubj:outer"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})


@cache
def speaking_verbs() -> frozenset[str]:
    """Every verb that reports, beliefs apart."""
    groups = [group for group in load("reporting")["verb"] if not group.get("belief")]
    return frozenset(lemma for group in groups for lemma in group["lemmas"])


@cache
def quoting_verbs() -> frozenset[str]:
    """Those of them that take words between quotation marks."""
    groups = [group for group in load("reporting")["verb"] if "direct" in group["frames"]]
    return speaking_verbs() & {lemma for group in groups for lemma in group["lemmas"]}


def mend(token: Token) -> None:
    """Hang a speaking participle on the verb of whoever speaks."""
    if verb_lemma(token.lower_) not in speaking_verbs() or not token.lower_.endswith("ing"):
        return
    _retag(token)
    if token.tag_ != "VBG" or token.dep_ not in LOOSE:
        return
    if not _is_set_off(token):
        _past_statement(token)
        return
    if any(child.dep_ in SUBJECTS | AUXILIARIES for child in token.children if child.i < token.i):
        return
    _uncover(token)
    verb = _speakers_verb(token)
    if verb is not None and verb != token.head:
        attach(token, verb, "advcl")
    elif verb is not None and token.dep_ in {"parataxis", "acl", "xcomp", "ccomp", "dep"}:
        token.dep_ = "advcl"


def _past_statement(token: Token) -> None:
    """Issued a statement | *saying* it was over: who issued it says so."""
    paper = token.head
    while paper.lower_ not in PAPERS and paper.dep_ in {"nmod", "obl"} and paper.head.i < paper.i:
        paper = paper.head  # a message | on Twitter | blaming them
    verb = paper.head
    issued = paper.dep_ == "obj" and verb.i < paper.i and verb.pos_ == "VERB"
    behind = not any(word.is_punct for word in token.doc[paper.i : token.i])
    if token.dep_ == "acl" and issued and paper.lower_ in PAPERS and behind:
        attach(token, verb, "advcl")


def _retag(token: Token) -> None:
    """…, warning of floods; by writing, “…”: no noun stands so, without an article."""
    if token.tag_ != "NN" or token.i + 1 >= token.sent.end or token.i == token.sent.start:
        return
    before, after = token.nbor(-1), token.nbor()
    by = before.lower_ == "by" and before.head == token
    opens = after.lower_ in OPENS_CONTENT or (after.text in {",", ":"} and _quotes(after))
    bare = all(child == before or child.i > token.i or child.is_punct for child in token.children)
    if opens and bare and (by or before.text in BREAKS):
        token.pos_, token.tag_ = "VERB", "VBG"
        if by:
            before.dep_, token.dep_ = "mark", "advcl"
        elif token.dep_ not in LOOSE:
            token.dep_ = "dep"


def _quotes(comma: Token) -> bool:
    return comma.i + 1 < comma.sent.end and comma.nbor().text in QUOTATION


def _is_set_off(token: Token) -> bool:
    return token.i > token.sent.start and token.nbor(-1).text in BREAKS


def _uncover(token: Token) -> None:
    """Told them it was over, *saying* waiting would not help: what is said hangs on saying."""
    said = token.head
    if token.dep_ == "csubj" and said.i > token.i and said.head.i < token.i and said.head != said:
        above = said.head
        attach(token, above, "advcl")
        attach(said, token, "ccomp")


def _speakers_verb(token: Token) -> Token | None:
    """The finite verb before the participle whose subject speaks, out of what is only content."""
    verb = token.head if _is_clause(token.head) else _clause_above(token.head)
    if verb is None or verb.i > token.i:
        return None
    while (outer := _clause_above(verb)) is not None and outer.i < token.i:
        if verb.dep_ == "acl:relcl" and _speaks(verb):
            break
        if verb.dep_ in {"ccomp", "conj"} and not (_quotes_with(outer) or _bare(verb)):
            break
        if (verb.dep_ == "parataxis" and not _bare(verb)) or _is_headless(outer):
            break
        verb = outer
    return verb


def _clause_above(token: Token) -> Token | None:
    return next((above for above in token.ancestors if _is_clause(above)), None)


def _is_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in token.children)


def _bare(verb: Token) -> bool:
    """Whether a verb has no subject of its own."""
    return not any(child.dep_ in SUBJECTS for child in verb.children)


def _is_headless(verb: Token) -> bool:
    """Whether a participle has nobody to do it: *Having said* that, we go on."""
    return _bare(verb) and verb.tag_ in {"VBG", "VBN"} and verb.dep_ in {"ROOT", "parataxis"}


def _quotes_with(verb: Token) -> bool:
    """Whether the verb can stand beside a quotation, so that its subject goes on speaking."""
    return verb_lemma(verb.lower_) in quoting_verbs()


def _speaks(verb: Token) -> bool:
    return verb_lemma(verb.lower_) in speaking_verbs()
