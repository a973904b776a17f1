-- precheck: a decision can be taken back, and says which submitted version it was about
ALTER TYPE "CheckDecision" ADD VALUE 'reopen';
ALTER TABLE "EntryCheck" ADD COLUMN "version" INTEGER;
ALTER TABLE "DuplicateFlag" ADD COLUMN "dismissedById" TEXT;

-- CreateTable
CREATE TABLE "SavedFilter" (
    "eventId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("eventId","personId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_eventId_personId_page_name_key" ON "SavedFilter"("eventId", "personId", "page", "name");

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
