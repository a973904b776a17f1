/** The key of the job that makes an order’s archive: by it the page sees that the job has given up. */
export const paperJobKey = (orderId: string): string => `make-papers:${orderId}`
