"""The pages of docs/rules: one for each form of rule, from the catalogue of forms and the corpus of sentences."""
