// Before anything is drawn: whoever chose light or dark sees no other ground while the page loads. A file of its own, for
// the page's policy allows no script within it, and what the page itself loads comes after the first drawing.
// `src/app/theme.ts` stores the choice.
try {
  const choice = localStorage.getItem('license-lens.theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.style.colorScheme = choice;
} catch {
  // Storage is switched off: as the system has it.
}
