"""Settings of Sphinx."""

project = "subkit"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "subkit"
html_extra_path = ["llms.txt"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
myst_heading_anchors = 3
