-- What a session that started an activation may use, once its device works: it vouches for one backup.
CREATE TABLE backup_voucher (
    activation_id text NOT NULL,
    session_id text NOT NULL,
    vouched_for text,
    CONSTRAINT backup_voucher_pkey PRIMARY KEY (activation_id),
    CONSTRAINT backup_voucher_activation_id_fkey FOREIGN KEY (activation_id) REFERENCES activation (id)
        ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX backup_voucher_session_id_idx ON backup_voucher (session_id);
