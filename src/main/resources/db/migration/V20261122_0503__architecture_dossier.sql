-- the rest of a decision record: flow, dependencies, cost lines, refused options, approver, dissent, running both
alter table architecture_decision add column direction varchar(8);
alter table architecture_decision add column live date;
alter table architecture_decision add column depends_on varchar(400);
alter table architecture_decision add column cost_lines varchar(400);
alter table architecture_decision add column refused varchar(600);
alter table architecture_decision add column approver varchar(64);
alter table architecture_decision add column dissent varchar(600);
alter table architecture_decision add column parallel_months integer;
alter table architecture_decision add column users_told varchar(300);
