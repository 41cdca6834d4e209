import { defineTexts } from '#ui/catalogue.ts';

/** The texts that the grid itself says, by its own keys: https://www.ag-grid.com/react-data-grid/localisation/ */
export const gridTexts = defineTexts('features/rows/grid-texts', {
  ariaSortableColumn: 'Press ENTER to sort',
});
