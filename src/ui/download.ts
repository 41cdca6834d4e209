/** Gives a file with this name to the person, as a download. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // By then the browser has begun to read the file, and reads it to its end.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
