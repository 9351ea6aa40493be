-- which session at the company's provider somebody came from (its name as a SHA-256), so that it can end this one too;
-- a stroke where the provider gave it no name, empty for whoever came by password
alter table security_session add column provider_session varchar(64);
create index security_session_provider on security_session (provider_session);
