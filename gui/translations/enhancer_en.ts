<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchPage</name>
    <message numerus="yes">
        <source>%n picture(s) with {model}</source>
        <translation>
            <numerusform>%n picture with {model}</numerusform>
            <numerusform>%n pictures with {model}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>%n run(s) compared</source>
        <translation>
            <numerusform>%n run compared</numerusform>
            <numerusform>%n runs compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out</source>
        <translation>
            <numerusform>%n file cannot be read and will be left out</numerusform>
            <numerusform>%n files cannot be read and will be left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {amount}.</source>
        <translation>
            <numerusform>%n picture, {amount}.</numerusform>
            <numerusform>%n pictures, {amount}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) outside of the class folders will be left out.</source>
        <translation>
            <numerusform>%n picture outside of the class folders will be left out.</numerusform>
            <numerusform>%n pictures outside of the class folders will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneratePage</name>
    <message numerus="yes">
        <source>%n picture(s) made again</source>
        <translation>
            <numerusform>%n picture made again</numerusform>
            <numerusform>%n pictures made again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the files failed. The others are done.</source>
        <translation>
            <numerusform>%n of the files failed. The others are done.</numerusform>
            <numerusform>%n of the files failed. The others are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n job waiting</numerusform>
            <numerusform>%n jobs waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message numerus="yes">
        <source>%n job(s) had not ended when the window closed: {names}</source>
        <translation>
            <numerusform>%n job had not ended when the window closed: {names}</numerusform>
            <numerusform>%n jobs had not ended when the window closed: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message numerus="yes">
        <source>%n file(s) cannot be opened</source>
        <translation>
            <numerusform>%n file cannot be opened</numerusform>
            <numerusform>%n files cannot be opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message numerus="yes">
        <source>Makes new pictures of {size}, %n class(es)</source>
        <translation>
            <numerusform>Makes new pictures of {size}, %n class</numerusform>
            <numerusform>Makes new pictures of {size}, %n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message numerus="yes">
        <source>Nearest pictures of %n photo(s)</source>
        <translation>
            <numerusform>Nearest pictures of %n photo</numerusform>
            <numerusform>Nearest pictures of %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The nearest pictures of %n photo(s) are found.</source>
        <translation>
            <numerusform>The nearest pictures of %n photo are found.</numerusform>
            <numerusform>The nearest pictures of %n photos are found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultNote</name>
    <message numerus="yes">
        <source>%n picture(s) done</source>
        <translation>
            <numerusform>%n picture done</numerusform>
            <numerusform>%n pictures done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFoot</name>
    <message numerus="yes">
        <source>%n picture(s), about {time}, about {disk} of {free} free disk</source>
        <translation>
            <numerusform>%n picture, about {time}, about {disk} of {free} free disk</numerusform>
            <numerusform>%n pictures, about {time}, about {disk} of {free} free disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enhance %n picture(s)</source>
        <translation>
            <numerusform>Enhance %n picture</numerusform>
            <numerusform>Enhance %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) by {model}</source>
        <translation>
            <numerusform>%n picture by {model}</numerusform>
            <numerusform>%n pictures by {model}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n model(s) of your own</source>
        <translation>
            <numerusform>%n model of your own</numerusform>
            <numerusform>%n models of your own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartBar</name>
    <message numerus="yes">
        <source>Learns from %n picture(s),</source>
        <translation>
            <numerusform>Learns from %n picture,</numerusform>
            <numerusform>Learns from %n pictures,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only judge.</source>
        <translation>
            <numerusform>%n more only judge.</numerusform>
            <numerusform>%n more only judge.</numerusform>
        </translation>
    </message>
</context>
</TS>
