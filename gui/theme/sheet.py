"""The text of the style sheet, over 300 lines because it is one table. "@name" stands for a colour or a size."""

from __future__ import annotations

SHEET = """
* { outline: none; }
QWidget:disabled { color: @disabled; }
QToolTip {
    background: @raised; color: @text; border: 1px solid @border; border-radius: 4px; padding: 4px 8px;
}

/* Text */
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @title_size; font-weight: 600; }
QLabel[role="heading"] { font-size: @heading_size; font-weight: 600; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="data"] { font-family: "DejaVu Sans Mono", "Cascadia Mono", "Menlo", "Noto Sans Mono", monospace; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="danger"] { color: @danger; }
QLabel[role="good"] { color: @good; }
QLabel:disabled { color: @disabled; }
QLabel:focus { border: 2px solid @accent; border-radius: 4px; }

/* Frames */
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[role="panel"] { background: @surface; border: none; border-left: 1px solid @border; }
QFrame[role="bar"] { background: @surface; border: none; }
QFrame[role="navigation"] { background: @surface; border: none; border-right: 1px solid @border; }
QFrame[role="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="notice"] {
    background: @surface; border: 1px solid @border; border-left: 4px solid @accent; border-radius: 6px;
}
QFrame[role="notice"][tone="warning"] { border-left-color: @warning; }
QFrame[role="notice"][tone="danger"] { border-left-color: @danger; }
QFrame[role="notice"][tone="good"] { border-left-color: @good; }

/* Buttons */
QPushButton {
    background: @raised; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 5px 13px; min-height: 20px;
}
QPushButton:hover { background: @hover; border-color: @edge; }
QPushButton:pressed, QPushButton:checked { background: @sunken; border-color: @edge; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 12px; }
QPushButton:disabled { background: @window; color: @disabled; border-color: @border; }
QPushButton[role="primary"] { background: @accent; color: @accent_text; border-color: @accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[role="primary"]:pressed { background: @accent_pressed; border-color: @accent_pressed; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled { background: @hover; color: @disabled; border-color: @border; }
QPushButton[role="danger"] { color: @danger; }
QPushButton[role="danger"]:hover { border-color: @danger; }
QPushButton[role="danger"]:disabled { color: @disabled; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: @accent; }
QPushButton[role="quiet"]:hover { background: @hover; color: @accent_hover; }
QPushButton[role="quiet"]:pressed { background: @sunken; }
QPushButton[role="quiet"]:focus { border: 2px solid @accent; }
QPushButton[role="quiet"]:disabled { color: @disabled; }
QPushButton::menu-indicator {
    image: url("@marks/down.svg"); width: 16px; subcontrol-position: right center; right: 6px;
}

QToolButton {
    background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 5px;
    min-height: 20px; min-width: 20px;
}
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @sunken; }
QToolButton:checked { background: @selection; color: @text; }
QToolButton:focus { border: 2px solid @accent; padding: 4px; }
QToolButton:disabled { color: @disabled; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
QToolButton::menu-arrow { image: url("@marks/down.svg"); width: 12px; height: 12px; }
QToolButton::menu-indicator { image: none; }

QToolButton[role="navigation"] { padding: 7px 4px; border-radius: 8px; color: @muted; font-size: @small_size; }
QToolButton[role="navigation"]:hover { background: @hover; color: @text; }
QToolButton[role="navigation"]:checked { background: @selection; color: @text; font-weight: 600; }
QToolButton[role="navigation"]:focus { border: 2px solid @accent; padding: 6px 3px; }

QToolButton[role="fold"] { padding: 5px 6px 5px 0; font-weight: 600; }
QToolButton[role="fold"]:checked { background: transparent; }
QToolButton[role="fold"]:hover { background: @hover; }
QToolButton[role="fold"]:focus { padding: 4px 5px 4px 0; }
QToolButton::right-arrow {
    image: url("@marks/right.svg"); width: 16px; height: 16px; subcontrol-position: left center;
}
QToolButton::down-arrow { image: url("@marks/down.svg"); width: 16px; height: 16px; subcontrol-position: left center; }
QToolButton::up-arrow { image: url("@marks/up.svg"); width: 16px; height: 16px; }

QPushButton[role="segment"] { border-radius: 0; padding: 5px 10px; margin-left: -1px; }
QPushButton[role="segment"][place="first"] {
    border-top-left-radius: 6px; border-bottom-left-radius: 6px; margin-left: 0;
}
QPushButton[role="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[role="segment"][place="only"] { border-radius: 6px; margin-left: 0; }
QPushButton[role="segment"]:checked { background: @selection; color: @text; border-color: @accent; font-weight: 600; }
QPushButton[role="segment"]:checked:hover { background: @selection; }
QPushButton[role="segment"]:focus { border: 2px solid @accent; padding: 4px 9px; }
QPushButton[role="segment"]:disabled { color: @disabled; border-color: @border; font-weight: 400; }
QPushButton[role="segment"]:checked:disabled { background: @sunken; }

/* Fields */
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QAbstractSpinBox, QComboBox {
    background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; padding: 5px 9px;
    selection-background-color: @selection; selection-color: @text; placeholder-text-color: @muted;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 20px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: @edge; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid @accent; padding: 4px 8px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: @window; color: @disabled;
}
QLineEdit:read-only { background: @window; }
QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"], QComboBox[wrong="true"] { border-color: @danger; }
QLineEdit[wrong="true"]:focus { border-color: @danger; }
QPlainTextEdit[role="data"] {
    font-family: "DejaVu Sans Mono", "Cascadia Mono", "Menlo", "Noto Sans Mono", monospace;
}
QAbstractSpinBox { padding-right: 24px; }
QAbstractSpinBox:focus { padding-right: 23px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    border: none; padding: 0; background: transparent; min-height: 0;
}
QLineEdit > QToolButton { border: none; padding: 0; min-width: 0; min-height: 0; background: transparent; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    background: transparent; border: none; width: 22px; subcontrol-origin: border; border-radius: 4px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url("@marks/up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("@marks/down.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
    image: url("@marks/up-disabled.svg"); width: 12px; height: 12px;
}
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: url("@marks/down-disabled.svg"); width: 12px; height: 12px;
}
QComboBox { padding-right: 28px; combobox-popup: 0; }
QComboBox:focus { padding-right: 27px; }
QComboBox::drop-down { border: none; width: 28px; subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("@marks/down.svg"); width: 16px; height: 16px; }
QComboBox::down-arrow:disabled { image: url("@marks/down-disabled.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border; padding: 4px; outline: none;
    selection-background-color: @selection; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected {
    background: @selection; color: @text;
}

/* Choices */
QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 24px; padding: 1px 2px; }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QGroupBox::indicator {
    width: 16px; height: 16px; border: 1px solid @edge; background: @surface;
}
QCheckBox::indicator, QAbstractItemView::indicator, QGroupBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QGroupBox::indicator:checked {
    background: @accent; border-color: @accent; image: url("@marks/check.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: @accent; border-color: @accent; image: url("@marks/partly.svg");
}
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url("@marks/dot.svg"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @window; border-color: @border; }
QCheckBox::indicator:checked:disabled { background: @sunken; image: url("@marks/check-disabled.svg"); }
QRadioButton::indicator:checked:disabled { background: @sunken; image: url("@marks/dot-disabled.svg"); }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @accent; border-radius: 6px; padding: 0; margin: -1px; }

/* Sliders */
QSlider { background: transparent; min-height: 24px; border: 2px solid transparent; border-radius: 6px; }
QSlider::groove:horizontal { height: 4px; background: @border; border-radius: 2px; margin: 0 8px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; margin: 0 0 0 8px; height: 4px; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px -7px; border-radius: 8px; background: @surface; border: 1px solid @edge;
}
QSlider::groove:vertical { width: 4px; background: @border; border-radius: 2px; margin: 8px 0; }
QSlider::handle:vertical {
    width: 14px; height: 14px; margin: -7px -6px; border-radius: 8px; background: @surface; border: 1px solid @edge;
}
QSlider::handle:hover { border-color: @accent; background: @hover; }
QSlider:focus { border: 2px solid @accent; }
QSlider::sub-page:horizontal:disabled { background: @edge; }
QSlider::handle:disabled { background: @window; border-color: @border; }

/* Lists and tables */
QAbstractItemView {
    background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; gridline-color: @border;
    alternate-background-color: @window; selection-background-color: @selection; selection-color: @text;
}
QAbstractItemView:focus { border: 2px solid @accent; }
QAbstractItemView:disabled { color: @disabled; background: @window; }
QAbstractItemView::item { padding: 4px 6px; border: none; }
QAbstractItemView::item:hover { background: @hover; color: @text; }
QAbstractItemView::item:selected { background: @selection; color: @text; }
QListView::item { border-radius: 4px; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url("@marks/right.svg"); }
QTreeView::branch:has-children:open { image: url("@marks/down.svg"); }
QHeaderView { background: @surface; border: none; border-radius: 0; }
QHeaderView:focus { border: none; }
QHeaderView::section {
    background: @surface; color: @muted; border: none; border-bottom: 1px solid @border; padding: 6px 8px;
    font-weight: 600; text-align: left;
}
QHeaderView::section:hover { background: @hover; color: @text; }
QHeaderView::up-arrow { image: url("@marks/up.svg"); width: 12px; height: 12px; }
QHeaderView::down-arrow { image: url("@marks/down.svg"); width: 12px; height: 12px; }
QTableCornerButton::section { background: @surface; border: none; }

/* Progress */
QProgressBar {
    background: @border; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; color: transparent;
}
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QProgressBar[tone="danger"]::chunk { background: @danger; }
QProgressBar[tone="good"]::chunk { background: @good; }
QProgressBar[tone="muted"]::chunk { background: @edge; }

/* Scrolling */
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: none; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

/* Menus, tabs, splitters, dialogs */
QMenu { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @disabled; background: transparent; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::right-arrow { image: url("@marks/right.svg"); width: 12px; height: 12px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; top: -1px; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: @muted; border: 2px solid transparent; padding: 6px 12px; margin-right: 4px;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: @text; background: @hover; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:focus { border: 2px solid @accent; border-radius: 6px; }
QTabBar::tab:disabled { color: @disabled; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @selection; }
QSplitter::handle:horizontal { width: 6px; }
QSplitter::handle:vertical { height: 6px; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 12px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 4px; color: @text; font-weight: 600; }
"""
