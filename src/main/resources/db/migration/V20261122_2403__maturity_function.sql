-- the function a rater speaks for, so that movement can be counted by function under the same rule as by group
alter table maturity_ballot add column function_id varchar(40);
