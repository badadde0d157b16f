"""Arabic script: folding with a map back, tokens, sentences, clitics, quotation spans."""
