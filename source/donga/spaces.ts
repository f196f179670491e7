/** White space as a browser shows it: any run of it is one space, and a no-break space is white space too. */
export function collapse(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ');
}
