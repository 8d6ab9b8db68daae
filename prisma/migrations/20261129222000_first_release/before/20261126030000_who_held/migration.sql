-- A lock that staff set by mistake is lifted by the one who set it. Nobody lifts a hold from before this.
ALTER TABLE "device_hold" ADD COLUMN "held_by" TEXT;
