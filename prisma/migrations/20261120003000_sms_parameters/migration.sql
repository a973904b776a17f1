-- A text message leaves as a registered template and its values, not as free text.
ALTER TABLE "Notice" ADD COLUMN "parameters" JSONB;
