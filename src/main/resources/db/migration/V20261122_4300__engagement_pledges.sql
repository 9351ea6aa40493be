-- my work asks once, over all programs, where a person stands for something
create index values_agreed_owner on values_agreed (owner);
create index roi_line_owner on roi_line (owner);
create index usecases_agreement_person on usecases_agreement (person);
