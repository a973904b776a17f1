-- CreateTable
CREATE TABLE "Certificate" (
    "number" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_eventId_stageId_entryId_awardId_authorId_key" ON "Certificate"("eventId", "stageId", "entryId", "awardId", "authorId");

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
