"""What a questionnaire is put with: the paper form, the page, the sheet for typing in, the text for 问卷星."""
