-- How far the audit log has been forwarded into another system. One row.
CREATE TABLE audit_forwarding (
    id integer NOT NULL,
    position integer NOT NULL,
    leased_until timestamp(3) with time zone,
    leased_by integer,
    last_taken_at timestamp(3) with time zone,
    problem text,
    problem_since timestamp(3) with time zone,
    CONSTRAINT audit_forwarding_pkey PRIMARY KEY (id),
    CONSTRAINT audit_forwarding_single CHECK (id = 1),
    CONSTRAINT audit_forwarding_problem CHECK ((problem IS NULL) = (problem_since IS NULL))
);
