<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Catalog</name>
    <message>
        <source>{name} cannot be a name of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be moved to the trash: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it with your file manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came with the program and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model for this yet. Train one, or add a file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
