-- CreateEnum
CREATE TYPE "ObjectionState" AS ENUM ('raised', 'dismissed', 'upheld');

-- CreateTable
CREATE TABLE "Objection" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "personId" TEXT,
    "text" TEXT NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'raised',
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateIndex
CREATE INDEX "Objection_eventId_stageId_state_idx" ON "Objection"("eventId", "stageId", "state");

-- CreateIndex
CREATE INDEX "Objection_personId_idx" ON "Objection"("personId");

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
