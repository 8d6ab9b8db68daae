-- Assignments of hardware may wait for a second administrator as removals do. The default is for processes of the version before.
ALTER TABLE pending_operation ADD COLUMN kind text NOT NULL DEFAULT 'removal'
    CONSTRAINT pending_operation_kind CHECK (kind = ANY (ARRAY['removal'::text, 'assignment'::text]));

-- A person has one hardware authenticator.
CREATE UNIQUE INDEX pending_operation_one_assignment_of_a_person ON pending_operation (user_id, domain)
    WHERE (kind = 'assignment' AND ended_at IS NULL);
