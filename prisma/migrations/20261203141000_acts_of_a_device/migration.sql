-- A removal that is recorded ends the others of its device.
CREATE INDEX device_act_instance_id_idx ON device_act (instance_id);
