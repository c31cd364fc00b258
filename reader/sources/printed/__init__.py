"""Printed pages: lines put in reading order, less what repeats on every page, as paragraphs."""
