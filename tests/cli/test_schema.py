"""The command `schema`."""

from __future__ import annotations

import json

from taahodname.profile import Profile


def test_the_schema_of_a_profile_is_printed_as_json(run):
    code, out, err = run("schema")
    assert (code, err) == (0, "")
    schema = json.loads(out)
    assert set(schema["properties"]) == set(Profile.model_fields)
    assert schema["additionalProperties"] is False
