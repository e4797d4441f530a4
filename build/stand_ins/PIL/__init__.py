"""Stands in for Pillow in the packaged program: reportlab asks for it when it is loaded, and Counter draws without it.

The real one would bring ten megabytes of picture codecs that read files from outside.
"""
