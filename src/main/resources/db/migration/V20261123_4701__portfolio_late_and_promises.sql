-- Late programs are found in the index of their order, and what somebody promised by whose promise it is: the database
-- looked at every program whose gate comes sooner, and at every condition of every gate.
drop index board_row_gate;
drop index board_row_place;
create index board_row_gate on board_row (gate_order, program, late_after);
create index board_row_place on board_row (place, launched_at desc, program, late_after);
create index gate_condition_owner on gate_condition (owner, state);
