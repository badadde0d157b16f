"""The version of the schema that this Isnad writes; apart from the schema, so that readers need not load it."""

HEAD = "0004"
