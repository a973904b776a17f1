-- CreateEnum
CREATE TYPE "ContentState" AS ENUM ('once', 'passed', 'refused');

-- CreateEnum
CREATE TYPE "ContentDecision" AS ENUM ('pass', 'refuse', 'reopen');

-- CreateTable
CREATE TABLE "ContentReview" (
    "eventId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "ContentState" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContentReview_pkey" PRIMARY KEY ("eventId","entryId")
);

-- CreateTable
CREATE TABLE "ContentVerdict" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "decision" "ContentDecision" NOT NULL,
    "reasons" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContentVerdict_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateIndex
CREATE INDEX "ContentReview_eventId_state_idx" ON "ContentReview"("eventId", "state");

-- CreateIndex
CREATE INDEX "ContentVerdict_eventId_entryId_createdAt_idx" ON "ContentVerdict"("eventId", "entryId", "createdAt");

-- AddForeignKey
ALTER TABLE "ContentReview" ADD CONSTRAINT "ContentReview_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContentVerdict" ADD CONSTRAINT "ContentVerdict_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "ContentReview"("eventId", "entryId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContentVerdict" ADD CONSTRAINT "ContentVerdict_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
