import { tokens } from '@fluentui/react-theme';
import { createTheme } from 'ag-grid-community';

/** In rem: the browser's font size makes rows higher. The grid measures the height and follows it. */
export const ROW_HEIGHT = 2.125;
export const HEADER_HEIGHT = 2.375;

/**
 * The grid in Fluent's colours and type. The tokens are CSS variables, so the grid follows light, dark and any other
 * theme without being told. It has no icon set: the few icons are elements of our own, see `grid-icons.ts`.
 */
export const gridTheme = createTheme().withParams({
  accentColor: tokens.colorBrandStroke1,
  backgroundColor: tokens.colorNeutralBackground1,
  foregroundColor: tokens.colorNeutralForeground1,
  chromeBackgroundColor: tokens.colorNeutralBackground1,
  browserColorScheme: 'inherit',
  borderColor: tokens.colorNeutralStroke2,
  borderRadius: tokens.borderRadiusMedium,
  fontFamily: tokens.fontFamilyBase,
  fontSize: tokens.fontSizeBase300,
  spacing: '0.5rem',
  cellHorizontalPadding: '0.75rem',
  rowHeight: `${ROW_HEIGHT}rem`,
  rowBorder: { color: tokens.colorNeutralStroke3 },
  rowHoverColor: tokens.colorNeutralBackground1Hover,
  wrapperBorder: { color: tokens.colorNeutralStroke2 },
  wrapperBorderRadius: tokens.borderRadiusLarge,
  headerHeight: `${HEADER_HEIGHT}rem`,
  headerFontSize: tokens.fontSizeBase200,
  headerFontWeight: tokens.fontWeightSemibold,
  headerTextColor: tokens.colorNeutralForeground2,
  headerBackgroundColor: tokens.colorNeutralBackground1,
  headerCellHoverBackgroundColor: tokens.colorNeutralBackground1Hover,
  headerCellMovingBackgroundColor: tokens.colorNeutralBackground1Selected,
  headerColumnResizeHandleColor: tokens.colorNeutralStroke2,
  headerColumnResizeHandleHeight: '50%',
  headerRowBorder: { color: tokens.colorNeutralStroke2 },
  rangeSelectionBorderColor: tokens.colorStrokeFocus2,
  focusShadow: { spread: 2, color: tokens.colorStrokeFocus2 },
});
