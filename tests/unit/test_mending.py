from extractors.mending import mend
from tests.trees import tree


def test_two_names_with_titles_made_one_become_a_coordination() -> None:
    doc = tree(
        "Secretary NNP PROPN nmod:desc 5",
        "Blinken NNP PROPN compound 5",
        "and CC CCONJ cc 3",
        "President NNP PROPN nmod:desc 5",
        "Rumen NNP PROPN compound 5",
        "Radev NNP PROPN nsubj 6",
        "met VBD VERB ROOT 6",
    )
    mend(doc)
    assert (doc[1].dep_, doc[1].head) == ("nsubj", doc[6])
    assert (doc[5].dep_, doc[5].head) == ("conj", doc[1])
    assert doc[0].head == doc[1]
    assert doc[3].head == doc[5]


def test_a_second_conjunct_made_a_subject_goes_back_to_the_first() -> None:
    doc = tree(
        "Talks NNS NOUN nsubj:pass 6",
        "between IN ADP case 2",
        "Iran NNP PROPN nmod 0",
        "and CC CCONJ cc 4",
        "Oman NNP PROPN nsubj:pass 6",
        "were VBD AUX aux:pass 6",
        "held VBN VERB ROOT 6",
    )
    mend(doc)
    assert (doc[4].dep_, doc[4].head) == ("conj", doc[2])


def test_a_clause_after_and_keeps_its_subject() -> None:
    doc = tree(
        "Felt NNP PROPN nsubj 1",
        "dealt VBD VERB ROOT 1",
        "with IN ADP case 3",
        "Bob NNP PROPN obl 1",
        ", , PUNCT punct 6",
        "and CC CCONJ cc 7",
        "Carl NNP PROPN nsubj 7",
        "left VBD VERB conj 1",
    )
    mend(doc)
    assert (doc[6].dep_, doc[6].head) == ("nsubj", doc[7])


def test_a_preposition_hung_on_a_title_moves_to_the_name() -> None:
    doc = tree(
        "spoke VBD VERB ROOT 0",
        "with IN ADP case 3",
        "Prime JJ ADJ amod 3",
        "Minister NNP PROPN nmod:desc 4",
        "Deuba NNP PROPN obl 0",
    )
    mend(doc)
    assert doc[1].head == doc[4]


def test_a_name_in_two_subjects_becomes_one() -> None:
    doc = tree(
        "Volodymyr NNP PROPN nsubj 2",
        "Zelensky NNP PROPN nsubj 2",
        "spoke VBD VERB ROOT 2",
    )
    mend(doc)
    assert (doc[1].dep_, doc[1].head) == ("flat", doc[0])


def test_a_generation_after_a_name_is_part_of_it() -> None:
    doc = tree(
        "In IN ADP case 1",
        "Jeddah NNP PROPN obl 5",
        "Biden NNP PROPN appos 1",
        ", , PUNCT punct 4",
        "Jr. NNP PROPN nsubj 5",
        "met VBD VERB ROOT 5",
    )
    mend(doc)
    assert (doc[2].dep_, doc[2].head) == ("nsubj", doc[5])
    assert (doc[4].dep_, doc[4].head) == ("flat", doc[2])


def test_a_noun_that_heads_a_clause_is_the_verb_it_looks_like() -> None:
    doc = tree(
        "Oslo NNP PROPN nsubj 1",
        "offered VBD VERB ROOT 1",
        "to TO PART mark 3",
        "host NN NOUN xcomp 1",
        "talks NNS NOUN obj 3",
    )
    mend(doc)
    assert doc[3].pos_ == "VERB"


def test_the_place_that_ends_a_meeting_belongs_to_the_meeting() -> None:
    doc = tree(
        "Erdogan NNP PROPN nsubj 1",
        "received VBD VERB ROOT 1",
        "the DT DET det 3",
        "minister NN NOUN obj 1",
        "in IN ADP case 5",
        "Ankara NNP PROPN nmod 3",
    )
    doc[5].ent_type_ = "LOC"
    mend(doc)
    assert (doc[5].dep_, doc[5].head) == ("obl", doc[1])


def test_a_sound_tree_stays_as_it_is() -> None:
    rows = (
        "Xi NNP PROPN nsubj 3",
        "and CC CCONJ cc 2",
        "Modi NNP PROPN conj 0",
        "met VBD VERB ROOT 3",
        "with IN ADP case 6",
        "President NNP PROPN nmod:desc 6",
        "Lula NNP PROPN obl 3",
    )
    doc = mend(tree(*rows))
    assert [(t.dep_, t.head.i) for t in doc] == [(t.dep_, t.head.i) for t in tree(*rows)]


def test_three_people_with_titles_become_one_list_whatever_they_hung_on() -> None:
    doc = tree(
        "met VBD VERB ROOT 0",
        "with IN ADP case 3",
        "President NNP PROPN nmod:desc 3",
        "Levits NNP PROPN obl 0",
        ", , PUNCT punct 5",
        "Minister NNP PROPN appos 3",
        "Karins NNP PROPN obj 0",
        ", , PUNCT punct 9",
        "and CC CCONJ cc 9",
        "Ambassador NNP PROPN conj 6",
        "Sile NNP PROPN dep 0",
    )
    for name in (3, 6, 10):
        doc[name].ent_type_ = "PERSON"
    mend(doc)
    assert [(doc[i].dep_, doc[i].head.text) for i in (3, 6, 10)] == [
        ("obl", "met"),
        ("conj", "Levits"),
        ("conj", "Levits"),
    ]


def test_two_people_and_a_country_are_no_list_of_people() -> None:
    rows = (
        "Xi NNP PROPN nsubj 4",
        ", , PUNCT punct 2",
        "France NNP PROPN conj 0",
        "and CC CCONJ cc 4",
        "left VBD VERB ROOT 4",
    )
    doc = mend(tree(*rows))
    assert [(t.dep_, t.head.i) for t in doc] == [(t.dep_, t.head.i) for t in tree(*rows)]


def test_two_persons_made_one_name_are_two_again() -> None:
    doc = tree(
        "Bessent NNP PROPN compound 3",
        "and CC CCONJ cc 2",
        "Yulia NNP PROPN conj 0",
        "Svyrydenko NNP PROPN nsubj 4",
        "signed VBD VERB ROOT 4",
    )
    for token in (doc[2], doc[3]):
        token.ent_type_ = "PERSON"
    mend(doc)
    assert (doc[0].dep_, doc[0].head) == ("nsubj", doc[4])
    assert (doc[2].dep_, doc[2].head) == ("conj", doc[0])
    assert (doc[3].dep_, doc[3].head) == ("flat", doc[2])


def test_what_is_worth_a_sum_is_signed_and_not_the_sum() -> None:
    doc = tree(
        "Both DT PRON nsubj 1",
        "signed VBD VERB ROOT 1",
        "a DT DET det 3",
        "contract NN NOUN compound 6",
        "worth JJ ADJ amod 6",
        "five CD NUM nummod 6",
        "euros NNS NOUN obj 1",
    )
    mend(doc)
    assert (doc[3].dep_, doc[3].head) == ("obj", doc[1])
    assert doc[6].head == doc[4]


def test_a_past_tense_with_a_subject_modifies_no_noun() -> None:
    doc = tree(
        "Oman NNP PROPN nsubj 1",
        "concluded VBD VERB amod 2",
        "talks NNS NOUN ROOT 2",
    )
    mend(doc)
    assert doc[1].dep_ == "ROOT"
    assert (doc[2].dep_, doc[2].head) == ("obj", doc[1])


def test_the_partner_of_an_office_is_not_the_partner_of_the_name_beside_it() -> None:
    doc = tree(
        "leader NN NOUN nsubj 7",
        ", , PUNCT punct 2",
        "Goff NNP PROPN appos 0",
        ", , PUNCT punct 6",
        "and CC CCONJ cc 6",
        "the DT DET det 6",
        "minister NN NOUN conj 2",
        "met VBD VERB ROOT 7",
    )
    mend(doc)
    assert (doc[6].dep_, doc[6].head) == ("conj", doc[0])


def test_who_adds_something_after_a_comma_is_who_speaks_and_no_thing() -> None:
    doc = tree(
        "He PRP PRON nsubj 1",
        "praised VBD VERB ROOT 1",
        "the DT DET det 3",
        "plan NN NOUN obj 1",
        ", , PUNCT punct 5",
        "saying VBG VERB acl 3",
        "it PRP PRON nsubj 7",
        "helped VBD VERB ccomp 5",
    )
    mend(doc)
    assert (doc[5].dep_, doc[5].head) == ("advcl", doc[1])


def test_what_is_said_hangs_on_saying_whatever_opens_it() -> None:
    doc = tree(
        "She PRP PRON nsubj 1",
        "agreed VBD VERB ROOT 1",
        ", , PUNCT punct 3",
        "saying VBG VERB csubj 6",
        "waiting VBG VERB csubj 6",
        "would MD AUX aux 6",
        "fail VB VERB ccomp 1",
    )
    mend(doc)
    assert (doc[3].dep_, doc[3].head) == ("advcl", doc[1])
    assert (doc[6].dep_, doc[6].head) == ("ccomp", doc[3])


def test_a_past_tense_is_joined_to_a_past_tense() -> None:
    doc = tree(
        "He PRP PRON nsubj 1",
        "declared VBD VERB ROOT 1",
        "that IN SCONJ mark 4",
        "danger NN NOUN nsubj 4",
        "exists VBZ VERB ccomp 1",
        "and CC CCONJ cc 6",
        "ordered VBD VERB conj 4",
        "aid NN NOUN obj 6",
    )
    mend(doc)
    assert (doc[6].dep_, doc[6].head) == ("conj", doc[1])


def test_a_verb_before_an_owner_is_no_adjective() -> None:
    doc = tree(
        "She PRP PRON nsubj 1",
        "met VBD VERB ROOT 1",
        "Lula NNP PROPN obj 1",
        "and CC CCONJ cc 7",
        "reaffirmed VBD VERB amod 7",
        "Chile NNP PROPN nmod:poss 7",
        "'s POS PART case 5",
        "support NN NOUN conj 2",
    )
    mend(doc)
    assert (doc[4].dep_, doc[4].head) == ("conj", doc[1])
    assert (doc[7].dep_, doc[7].head) == ("obj", doc[4])


def test_an_adjective_made_of_a_verb_stays_one() -> None:
    rows = (
        "They PRP PRON nsubj 1",
        "lost VBD VERB ROOT 1",
        "friends NNS NOUN obj 1",
        "and CC CCONJ cc 5",
        "loved VBN VERB amod 5",
        "ones NNS NOUN conj 2",
    )
    doc = mend(tree(*rows))
    assert [(t.dep_, t.head.i) for t in doc] == [(t.dep_, t.head.i) for t in tree(*rows)]


def test_who_is_a_person_and_no_shop() -> None:
    doc = tree(
        "They PRP PRON nsubj 1",
        "saw VBD VERB ROOT 1",
        "a DT DET det 3",
        "witness NN NOUN obj 1",
        "in IN ADP case 5",
        "shops NNS NOUN nmod 3",
        "who WP PRON nsubj 7",
        "fled VBD VERB acl:relcl 5",
    )
    mend(doc)
    assert doc[7].head == doc[3]


def test_a_tree_in_another_scheme_stays_as_it_is() -> None:
    rows = (
        "Talks NNS NOUN nsubjpass 5",
        "between IN ADP prep 0",
        "Iran NNP PROPN pobj 1",
        "and CC CCONJ cc 4",
        "Oman NNP PROPN nsubjpass 5",
        "ended VBD VERB ROOT 5",
    )
    doc = mend(tree(*rows))
    assert [(t.dep_, t.head.i) for t in doc] == [(t.dep_, t.head.i) for t in tree(*rows)]


def test_behind_to_a_base_form_is_no_part_of_a_name() -> None:
    doc = tree(
        "Oslo NNP PROPN nsubj 1",
        "offered VBD VERB ROOT 1",
        "to IN ADP case 4",
        "host VB VERB compound 4",
        "talks NNS NOUN obl 1",
    )
    mend(doc)
    assert (doc[3].dep_, doc[3].head) == ("xcomp", doc[1])
    assert (doc[4].dep_, doc[4].head) == ("obj", doc[3])


def test_behind_the_closing_mark_stands_who_spoke() -> None:
    doc = tree(
        "“ `` PUNCT punct 2",
        "We PRP PRON nsubj 2",
        "lost VBD VERB ccomp 6",
        "” '' PUNCT punct 2",
        "Roe NNP PROPN obj 2",
        ", , PUNCT punct 4",
        "said VBD VERB ROOT 6",
    )
    mend(doc)
    assert (doc[4].dep_, doc[4].head) == ("nsubj", doc[6])


def test_what_is_asked_is_the_question() -> None:
    doc = tree(
        "She PRP PRON nsubj 1",
        "asked VBD VERB ROOT 1",
        "when WRB ADV advmod 4",
        "they PRP PRON nsubj 4",
        "met VBD VERB advcl 1",
    )
    mend(doc)
    assert doc[4].dep_ == "ccomp"


def test_who_issues_a_statement_says_what_it_says() -> None:
    doc = tree(
        "It PRP PRON nsubj 1",
        "issued VBD VERB ROOT 1",
        "a DT DET det 3",
        "statement NN NOUN obj 1",
        "saying VBG VERB acl 3",
    )
    mend(doc)
    assert (doc[4].dep_, doc[4].head) == ("advcl", doc[1])


def test_no_name_goes_on_behind_an_and_of_its_own() -> None:
    doc = tree(
        "Ada NNP PROPN nsubj 3",
        "and CC CCONJ cc 2",
        "Luis NNP PROPN flat 0",
        "met VBD VERB ROOT 3",
    )
    doc[0].ent_type_ = doc[2].ent_type_ = "PERSON"
    mend(doc)
    assert (doc[2].dep_, doc[2].head) == ("conj", doc[0])
