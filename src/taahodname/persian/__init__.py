"""All string surgery on Persian: digits, letters, dates, amounts, isolation; no other room does any."""
