"""User names and passwords in URLs are used, and neither shown nor kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from flows.parameters import WITHOUT_CREDENTIALS, Inputs
from readout.sources import Catalogue, kept_apart, resolve
from readout.sources.urls import bare

GUARDED = "https://desk:hunter2@news.example/feed?page=1"


def test_an_input_is_known_by_its_bare_url_while_it_is_kept_apart() -> None:
    with kept_apart([GUARDED, "wire", "a@b.txt"]) as inputs:
        assert inputs == ["https://news.example/feed?page=1", "wire", "a@b.txt"]
        locations = [source.location for source in resolve(inputs, Catalogue())]
    assert locations[0] == GUARDED
    assert resolve(inputs, Catalogue())[0].location == inputs[0]


@pytest.mark.parametrize(
    "one",
    [
        "wire",
        "a/*.txt",
        "https://h/feed",
        "https://h:80/?at=x@y",
        "./x:y/z@w",
        "C:/x",
        "s3://b/x@y",
    ],
)
def test_what_has_no_credentials_may_be_a_parameter(one: str) -> None:
    assert TypeAdapter(Inputs).validate_python([one]) == [one]


@pytest.mark.parametrize("one", [GUARDED, "https://token@h/feed", "ftp://u:p@h/", "HTTP://:p@h"])
def test_what_has_may_not(one: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Inputs).validate_python([one])


@given(st.from_regex(r"(https?|ftp)://[^/?#\s]{0,12}([/?#]\S{0,9})?", fullmatch=True))
def test_the_pattern_of_the_form_knows_credentials_as_the_program_does(url: str) -> None:
    assert (re.search(WITHOUT_CREDENTIALS, url) is None) == (bare(url) != url)
