"""An import on its way in: staged beside the shop file, then applied set by set within one change.

Staging keeps memory flat whatever the length of the file, and the live shop is not touched before the last step.
"""
