"""The small forms that open in place under the name: they know no desk, only texts in and a record out."""
