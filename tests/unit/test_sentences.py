import pytest

from extractors import parsing


def sentences(text: str) -> list[str]:
    (doc,) = parsing.parse([text])
    return [sentence.text.strip() for sentence in doc.sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Did he leave? She stayed!", ["Did he leave?", "She stayed!"]),
        ("He met Mr. Smith and Dr. Jones.", ["He met Mr. Smith and Dr. Jones."]),
        ("He met J. K. Rowling.", ["He met J. K. Rowling."]),
        ("The U.S. President left.", ["The U.S. President left."]),
        ("He flew to the U.S. The talks failed.", ["He flew to the U.S.", "The talks failed."]),
        ("It was founded by Acme Inc. in May.", ["It was founded by Acme Inc. in May."]),
        ("Prices rose by 2.5 percent.", ["Prices rose by 2.5 percent."]),
        ("“We agree,” he said. “We sign.”", ["“We agree,” he said.", "“We sign.”"]),
        ("“Why?” he asked. Nobody knew.", ["“Why?” he asked.", "Nobody knew."]),
        ("“Why?” the minister asked.", ["“Why?” the minister asked."]),
        ("“Why?” Minister Berg asked.", ["“Why?” Minister Berg asked."]),
        ("“It is over.” The hall fell silent.", ["“It is over.”", "The hall fell silent."]),
        (
            "She spoke of “the end.” Director Ann Lee said, “It is over.”",
            ["She spoke of “the end.”", "Director Ann Lee said, “It is over.”"],
        ),
        ("He left (she stayed). They met.", ["He left (she stayed).", "They met."]),
        ('"It is over." She left.', ['"It is over."', "She left."]),
        ("He left … and came back.", ["He left … and came back."]),
        ("One paragraph\nAnother one", ["One paragraph", "Another one"]),
        ("He spoke at No. 10 Downing Street.", ["He spoke at No. 10 Downing Street."]),
        ("Will they meet? No. Berg said so.", ["Will they meet?", "No.", "Berg said so."]),
        ("He met Lt. Gen. Ray and Amb. Kim.", ["He met Lt. Gen. Ray and Amb. Kim."]),
        ("The U.N. Security Council met.", ["The U.N. Security Council met."]),
        ("U.S. Under Secretary Roe left.", ["U.S. Under Secretary Roe left."]),
        (
            "Prices fell in the U.S. Rural towns lost.",
            ["Prices fell in the U.S.", "Rural towns lost."],
        ),
        ("They met at 8 a.m. Eastern time.", ["They met at 8 a.m. Eastern time."]),
        ("They met at 8 a.m. Police came.", ["They met at 8 a.m.", "Police came."]),
        ("The attack by ISIS-K. Nobody fled.", ["The attack by ISIS-K.", "Nobody fled."]),
        ("He called it “the ‘end.'” They left.", ["He called it “the ‘end.'”", "They left."]),
        ("“Why?” He said nothing.", ["“Why?”", "He said nothing."]),
        ("“Why?” I asked.", ["“Why?” I asked."]),
        ("She was wounded. [4] He fled.", ["She was wounded. [4]", "He fled."]),
        ("2. Results of the talks", ["2. Results of the talks"]),
        ("Lucas et al., who wrote it, left.", ["Lucas et al., who wrote it, left."]),
        ("He left. (laughter) She stayed.", ["He left.", "(laughter) She stayed."]),
        ("He left. eBay sued him.", ["He left.", "eBay sued him."]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_no_character_is_lost_between_sentences() -> None:
    text = " “One.”  Two? (Three.) Mr. Four said “five!” and left.\n\nSix … seven. "
    (doc,) = parsing.parse([text])
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
