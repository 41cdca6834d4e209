/** The text that `--help` prints: one screen. */
export const HELP = `Writes the rows of a license deployment snapshot to a file.

Usage: npm run export -- --out PATH [options]

  --out PATH        the file; for parquet a folder, in which the file is written as
                    processedDateTime=2026-11-26/part-0.parquet
  --format NAME     csv (default), ndjson or parquet
  --filter TEXT     only these rows, such as "serviceCode eq 'O365' and channel ne 'direct'"
  --groupby FIELDS  sums for each of these, separated by commas: serviceCode, serviceName, channel,
                    customerTenantId, customerName, productId, productName
  --date DAY        the snapshot of a day, such as 2026-11-26; the latest one where it is left out
  --base-url URL    the service, or a gateway to it; https://api.partnercenter.microsoft.com
  --help            this text

The access token is read from the variable PARTNER_CENTER_TOKEN, else from standard input.
Progress goes to standard error. A file is under its name only when it is whole; what had this name
before stays until then. Groups are held in memory until all have come; rows are not.

Exit codes
  0  the file is whole                       6  the service refuses the question (400, 404), or the
  1  something unexpected happened              filter is too long for it
  2  the arguments can't be read             7  the service can't be reached, is not available or
  3  no token, or it was refused (401)          answers with something else, after several tries
  4  the account may not read reports (403)  8  the snapshot was replaced again and again while it was read
  5  there is no snapshot (of that day)      9  the file can't be written
  130, 143  stopped by Ctrl+C, by SIGTERM
`;
