"""The versions of the schema, oldest first; a record is brought to the newest when it is opened for writing."""
