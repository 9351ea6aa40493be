-- what holds of each item is its newest claim, and a program's claims are asked for round by round
create index company_claim_newest on company_claim (subject, item, held_at);
create index company_claim_program on company_claim (subject, program, round);
