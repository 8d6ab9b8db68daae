-- Audit records are chained, so those of before cannot be given the domain that they do not name. Where one domain alone has used
-- this database, they are its own; where several have, nobody can tell whose, and there is no row.
CREATE TABLE older_domain (
    id integer DEFAULT 1 NOT NULL,
    domain text NOT NULL,
    CONSTRAINT older_domain_is_one CHECK ((id = 1)),
    CONSTRAINT older_domain_pkey PRIMARY KEY (id)
);

INSERT INTO older_domain (domain)
SELECT min(domain) FROM (
    SELECT coalesce(subject_domain, fact ->> 'domain', actor ->> 'domain') AS domain FROM audit_record
    UNION SELECT domain FROM user_account
    UNION SELECT domain FROM service_account
    UNION SELECT domain FROM activation
) AS every_domain
HAVING count(DISTINCT domain) = 1;
