-- jsonb sorts keys; an event's dates and a rulebook's anchors are shown in the order of the file
ALTER TABLE "Event" ALTER COLUMN "config" SET DATA TYPE JSON;
ALTER TABLE "Stage" ALTER COLUMN "rulebook" SET DATA TYPE JSON;
