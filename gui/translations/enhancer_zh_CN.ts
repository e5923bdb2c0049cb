<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Free software under the Apache licence 2.0; so are the models that come with it. Nothing is sent anywhere, and nothing is downloaded.</source>
        <translation>以 Apache 许可 2.0 发布的自由软件，随附的模型也是如此。不发送任何数据，也不下载任何内容。</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Qt {version} and PySide6 are used under the GNU Lesser General Public License, version 3. They are separate libraries that you may replace by others of the same interface; their sources are at download.qt.io. No fonts come with the program: it uses those of your system.</source>
        <translation>Qt {version} 和 PySide6 依据 GNU Lesser General Public License（GNU 宽通用公共许可）第 3 版使用。它们是独立的库，可以换成接口相同的其他库；其源代码见 download.qt.io。本程序不附带字体，使用系统中的字体。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>实时预览</translation>
    </message>
    <message>
        <source>Undo a setting</source>
        <translation>撤销设置更改</translation>
    </message>
    <message>
        <source>Redo a setting</source>
        <translation>重做设置更改</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小视图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大视图</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Split before and after</source>
        <translation>前后分屏</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Save as job file…</source>
        <translation>另存为任务文件…</translation>
    </message>
    <message>
        <source>Settings back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Close the picture</source>
        <translation>关闭图片</translation>
    </message>
    <message>
        <source>Pixel for pixel, 100 %</source>
        <translation>逐像素，100%</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Open a job</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Save as a job</source>
        <translation>另存为任务</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Enhance all</source>
        <translation>全部增强</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>Files came or went</source>
        <translation>文件有增减时使用</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open on the Enhance page</source>
        <translation>在“增强”页面打开</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>复制原因</translation>
    </message>
    <message>
        <source>Back to seeds</source>
        <translation>返回种子</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Show pictures near the chosen one</source>
        <translation>显示与所选图片相近的图片</translation>
    </message>
    <message>
        <source>Way between</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Show the way from one chosen picture to another; both must be pictures of seeds</source>
        <translation>显示从一张所选图片到另一张的过渡；两张都须是由种子生成的图片</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep the chosen pictures at hand</source>
        <translation>收藏所选图片，方便再次使用</translation>
    </message>
    <message>
        <source>Find nearest</source>
        <translation>查找最相近</translation>
    </message>
    <message>
        <source>Search the picture of this model that comes nearest to a photo</source>
        <translation>查找此模型能生成的、与照片最相近的图片</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>换一批种子</translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Copy the seed</source>
        <translation>复制种子</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大显示</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小显示</translation>
    </message>
</context>
<context>
    <name>AllSettings</name>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Forget what was typed here.</source>
        <translation>清除此处输入的内容。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
</context>
<context>
    <name>BackgroundField</name>
    <message>
        <source>Colour under transparency</source>
        <translation>透明区域的底色</translation>
    </message>
    <message>
        <source>Where the format has none.</source>
        <translation>用于不支持透明的格式。</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Improve whole folders of pictures</source>
        <translation>增强整个文件夹的图片</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) with {model}</source>
        <translation>
            <numerusform>用 {model} 增强 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
</context>
<context>
    <name>BatchTable</name>
    <message>
        <source>An estimate</source>
        <translation>估计值</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>Candidate</name>
    <message>
        <source>Bicubic, no model</source>
        <translation>双三次插值，不用模型</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>正在等待…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>使用 {model}</translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation>结果：{size}</translation>
    </message>
    <message>
        <source>About {time} for the whole picture</source>
        <translation>整张图片约需 {time}</translation>
    </message>
    <message>
        <source>Fidelity {n} dB</source>
        <translation>保真 {n} dB</translation>
    </message>
    <message>
        <source>Fidelity: equal</source>
        <translation>保真：完全一致</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>No picture is open.</source>
        <translation>没有打开的图片。</translation>
    </message>
    <message>
        <source>{width} by {height} pixels, shown at {zoom} percent. {what}</source>
        <translation>{width} × {height} 像素，以 {zoom}% 显示。{what}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Difference, {gain} times stronger</source>
        <translation>差异，强化 {gain} 倍</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>{zoom} %</source>
        <translation>{zoom}%</translation>
    </message>
    <message>
        <source>After (preview)</source>
        <translation>增强后（预览）</translation>
    </message>
    <message>
        <source>After</source>
        <translation>增强后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>增强前</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>{name} cannot be a name of a model.</source>
        <translation>{name} 不能用作模型名称。</translation>
    </message>
    <message>
        <source>Names are letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation>名称可包含字母、数字、点、连字符和下划线，最多 64 个字符。</translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation>已有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>{file} could not be moved to the trash: {reason}</source>
        <translation>无法将 {file} 移到回收站：{reason}</translation>
    </message>
    <message>
        <source>Remove it with your file manager.</source>
        <translation>请用文件管理器删除。</translation>
    </message>
    <message>
        <source>{name} came with the program and stays as it is.</source>
        <translation>{name} 随程序提供，不能更改。</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>{name}: from {first} to {last} after {images}.</source>
        <translation>{name}：从 {first} 到 {last}，经过 {images} 张图片。</translation>
    </message>
    <message>
        <source>{value} at {images}</source>
        <translation>{value}（{images} 张图片时）</translation>
    </message>
</context>
<context>
    <name>CheckNote</name>
    <message>
        <source>It computes what its card says.</source>
        <translation>计算结果与其卡片所述一致。</translation>
    </message>
    <message>
        <source>It must not be used.</source>
        <translation>此模型不能使用。</translation>
    </message>
    <message>
        <source>good</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>Child</name>
    <message>
        <source>A newer request took its place.</source>
        <translation>已被较新的请求取代。</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation>程序的一部分无法启动。</translation>
    </message>
    <message>
        <source>Try again in a few seconds, or start the program anew.</source>
        <translation>请几秒钟后重试，或重新启动程序。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close the window?</source>
        <translation>要关闭窗口吗？</translation>
    </message>
    <message>
        <source>There is work that is not done yet.</source>
        <translation>还有未完成的工作。</translation>
    </message>
    <message>
        <source>What is stopped now is offered again next time, and nothing is done twice. Trainings go on in the background.</source>
        <translation>现在停止的工作，下次启动时可以继续，不会重复处理。训练会在后台继续。</translation>
    </message>
    <message>
        <source>Close when done</source>
        <translation>完成后关闭</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Don&apos;t close</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>The window closes when the work is done.</source>
        <translation>工作完成后窗口将关闭。</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>保持打开</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) compared</source>
        <translation>
            <numerusform>已比较 %n 次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is best after {images}: {metric}, {better}.</source>
        <translation>看过 {images} 后，{name} 最佳：{metric}，{better}。</translation>
    </message>
    <message>
        <source>Best {metric} up to {images}</source>
        <translation>最佳值（{metric}，截至 {images}）</translation>
    </message>
    <message>
        <source>Time up to there</source>
        <translation>至此用时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>看过的图片</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>The same part by every model</source>
        <translation>各模型处理同一部分的结果</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Back to the picture</source>
        <translation>返回图片</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>ComputerFold</name>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>The fastest there is</source>
        <translation>可用的最快设备</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>A graphics card of NVIDIA or AMD</source>
        <translation>NVIDIA 或 AMD 显卡</translation>
    </message>
    <message>
        <source>The graphics of a Mac</source>
        <translation>Mac 图形处理器</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>Part of all pictures</source>
        <translation>全部图片中的哪一份</translation>
    </message>
    <message>
        <source>2/4 is the second of four parts.</source>
        <translation>2/4 表示四份中的第二份。</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>the cause stands in the original message</source>
        <translation>原因见原文</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The work could not be done.</source>
        <translation>未能完成。</translation>
    </message>
    <message>
        <source>A setting cannot be as it is.</source>
        <translation>有一项设置不可行。</translation>
    </message>
    <message>
        <source>The picture could not be read.</source>
        <translation>无法读取图片。</translation>
    </message>
    <message>
        <source>Pictures of this kind are not read.</source>
        <translation>无法读取这种图片。</translation>
    </message>
    <message>
        <source>The picture is cut off: its end is missing.</source>
        <translation>图片不完整：文件末尾缺失。</translation>
    </message>
    <message>
        <source>The picture is too large.</source>
        <translation>图片太大。</translation>
    </message>
    <message>
        <source>The picture is too small.</source>
        <translation>图片太小。</translation>
    </message>
    <message>
        <source>The file holds too many pictures.</source>
        <translation>文件中的图片太多。</translation>
    </message>
    <message>
        <source>The result is too large for this format.</source>
        <translation>结果对这种格式来说太大。</translation>
    </message>
    <message>
        <source>This format has no transparency, and the picture has.</source>
        <translation>这种格式不支持透明，而图片含有透明。</translation>
    </message>
    <message>
        <source>This format cannot be used here.</source>
        <translation>这里不能使用这种格式。</translation>
    </message>
    <message>
        <source>The pictures do not have the same size.</source>
        <translation>图片大小不一致。</translation>
    </message>
    <message>
        <source>The written picture is not what it should be.</source>
        <translation>写出的图片与预期不符。</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>There is no permission for this file or folder.</source>
        <translation>没有访问这个文件或文件夹的权限。</translation>
    </message>
    <message>
        <source>The file cannot be read from the disk.</source>
        <translation>无法从磁盘读取文件。</translation>
    </message>
    <message>
        <source>It is a folder, and a file was expected.</source>
        <translation>它是文件夹，而这里需要文件。</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>它不是普通文件。</translation>
    </message>
    <message>
        <source>It is a file, and a folder is needed.</source>
        <translation>它是文件，而这里需要文件夹。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>没有这个文件或文件夹。</translation>
    </message>
    <message>
        <source>It is no picture file.</source>
        <translation>它不是图片文件。</translation>
    </message>
    <message>
        <source>It is a link that cannot be followed.</source>
        <translation>它是无法跟随的链接。</translation>
    </message>
    <message>
        <source>The result could not be written.</source>
        <translation>无法写入结果。</translation>
    </message>
    <message>
        <source>There are such files already.</source>
        <translation>文件已存在。</translation>
    </message>
    <message>
        <source>Two results would have the same name.</source>
        <translation>两个结果会同名。</translation>
    </message>
    <message>
        <source>A result would be written over an original.</source>
        <translation>结果会覆盖原图。</translation>
    </message>
    <message>
        <source>The picture changed while it was read.</source>
        <translation>图片在读取过程中发生了变化。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>This place cannot be written to.</source>
        <translation>这个位置不能写入。</translation>
    </message>
    <message>
        <source>Another run uses this folder.</source>
        <translation>另一次运行正在使用这个文件夹。</translation>
    </message>
    <message>
        <source>The record of finished work cannot be used.</source>
        <translation>无法使用任务日志。</translation>
    </message>
    <message>
        <source>The record of finished work belongs to another program.</source>
        <translation>任务日志属于其他程序。</translation>
    </message>
    <message>
        <source>The record of finished work is of a newer version.</source>
        <translation>任务日志来自更新的版本。</translation>
    </message>
    <message>
        <source>The record of finished work is damaged.</source>
        <translation>任务日志已损坏。</translation>
    </message>
    <message>
        <source>This folder holds the results of another job.</source>
        <translation>这个文件夹中是另一个任务的结果。</translation>
    </message>
    <message>
        <source>An earlier job made it.</source>
        <translation>它由之前的任务生成。</translation>
    </message>
    <message>
        <source>It was done before.</source>
        <translation>之前已完成。</translation>
    </message>
    <message>
        <source>There are no pictures.</source>
        <translation>没有图片。</translation>
    </message>
    <message>
        <source>No candidate was good enough.</source>
        <translation>没有足够好的候选。</translation>
    </message>
    <message>
        <source>The picture does not say how it was generated.</source>
        <translation>图片没有说明它是如何生成的。</translation>
    </message>
    <message>
        <source>It belongs to no class.</source>
        <translation>它不属于任何类别。</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>无法使用这个模型。</translation>
    </message>
    <message>
        <source>The model is not there.</source>
        <translation>模型不存在。</translation>
    </message>
    <message>
        <source>This is not a model file.</source>
        <translation>这不是模型文件。</translation>
    </message>
    <message>
        <source>This is a model of another program.</source>
        <translation>这是其他程序的模型。</translation>
    </message>
    <message>
        <source>The model was made by a newer version of the program.</source>
        <translation>模型由更新版本的程序制作。</translation>
    </message>
    <message>
        <source>The card of the model cannot be understood.</source>
        <translation>无法理解模型卡。</translation>
    </message>
    <message>
        <source>The model does not fit.</source>
        <translation>模型不符合要求。</translation>
    </message>
    <message>
        <source>The model holds values that are not numbers.</source>
        <translation>模型含有无效数值。</translation>
    </message>
    <message>
        <source>The model is made for something else.</source>
        <translation>这个模型用于其他用途。</translation>
    </message>
    <message>
        <source>The model does not fit this picture.</source>
        <translation>这个模型不适合这张图片。</translation>
    </message>
    <message>
        <source>The model cannot run in tiles.</source>
        <translation>这个模型不能分块运行。</translation>
    </message>
    <message>
        <source>The model has another scale.</source>
        <translation>模型的放大倍数不同。</translation>
    </message>
    <message>
        <source>The model is made for pictures of another kind.</source>
        <translation>模型针对另一类图片。</translation>
    </message>
    <message>
        <source>This was made by another model.</source>
        <translation>这由另一个模型生成。</translation>
    </message>
    <message>
        <source>A network that judges pictures is missing.</source>
        <translation>缺少用于评判图片的网络。</translation>
    </message>
    <message>
        <source>The device cannot be used.</source>
        <translation>无法使用这个设备。</translation>
    </message>
    <message>
        <source>There is no such device here.</source>
        <translation>这里没有这个设备。</translation>
    </message>
    <message>
        <source>Another device is used than before.</source>
        <translation>使用的设备与之前不同。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>The data cannot be used as they are.</source>
        <translation>数据不能直接使用。</translation>
    </message>
    <message>
        <source>The data could not be fetched.</source>
        <translation>无法下载数据。</translation>
    </message>
    <message>
        <source>A part that reads this data set is missing.</source>
        <translation>缺少读取这个数据集的组件。</translation>
    </message>
    <message>
        <source>The data are cut off.</source>
        <translation>数据不完整。</translation>
    </message>
    <message>
        <source>A file may be hostile and was not opened.</source>
        <translation>文件可能是恶意的，未打开。</translation>
    </message>
    <message>
        <source>The training cannot go on.</source>
        <translation>训练无法继续。</translation>
    </message>
    <message>
        <source>A saved state of the training cannot be used.</source>
        <translation>无法使用训练的存档。</translation>
    </message>
    <message>
        <source>A part of the training has ended.</source>
        <translation>训练的一个进程已结束。</translation>
    </message>
    <message>
        <source>Few pictures are left to judge by.</source>
        <translation>用于评判的图片很少。</translation>
    </message>
    <message>
        <source>There are few pictures to learn from.</source>
        <translation>可供学习的图片很少。</translation>
    </message>
    <message>
        <source>The classes of the pictures are not learned.</source>
        <translation>模型不会学习图片的类别。</translation>
    </message>
    <message>
        <source>Other programs hold the training up.</source>
        <translation>其他程序拖慢了训练。</translation>
    </message>
    <message>
        <source>The run is not there any more.</source>
        <translation>训练已不存在。</translation>
    </message>
    <message>
        <source>A network is not compiled.</source>
        <translation>有网络未编译。</translation>
    </message>
    <message>
        <source>Stopped as asked.</source>
        <translation>已按要求停止。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This is a fault of the program.</source>
        <translation>这是程序的错误。</translation>
    </message>
    <message>
        <source>Get a fresh copy of it.</source>
        <translation>请重新获取一份。</translation>
    </message>
    <message>
        <source>Get a fresh copy, or allow cut-off pictures in the settings to fill what is missing.</source>
        <translation>请重新获取一份，或在设置中允许不完整的图片以填充缺失部分。</translation>
    </message>
    <message>
        <source>Get a fresh copy, or allow cut-off pictures in the settings.</source>
        <translation>请重新获取一份，或在设置中允许不完整的图片。</translation>
    </message>
    <message>
        <source>Get a fresh copy of it; only plain .tar files are read, unpack .tar.gz with gunzip.</source>
        <translation>请重新获取一份；只读取普通的 .tar 文件，请先用 gunzip 解开 .tar.gz。</translation>
    </message>
    <message>
        <source>Get fresh copies of them.</source>
        <translation>请重新获取它们。</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>A download may have failed; get it again.</source>
        <translation>下载可能失败了；请重新获取。</translation>
    </message>
    <message>
        <source>Convert it to PNG, JPEG, WebP or TIFF first.</source>
        <translation>请先转换为 PNG、JPEG、WebP 或 TIFF。</translation>
    </message>
    <message>
        <source>Convert it to PNG or TIFF first.</source>
        <translation>请先转换为 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>Convert it to TIFF first.</source>
        <translation>请先转换为 TIFF。</translation>
    </message>
    <message>
        <source>Convert it to a float TIFF first.</source>
        <translation>请先转换为浮点 TIFF。</translation>
    </message>
    <message>
        <source>Convert it to PNG, or to TIFF of 8 or 16 bits, first.</source>
        <translation>请先转换为 PNG，或 8 位、16 位的 TIFF。</translation>
    </message>
    <message>
        <source>Save it with deflate or LZW.</source>
        <translation>请用 deflate 或 LZW 压缩保存。</translation>
    </message>
    <message>
        <source>Extract its pictures first.</source>
        <translation>请先提取其中的图片。</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>请先解压。</translation>
    </message>
    <message>
        <source>Develop it first.</source>
        <translation>请先冲印为普通图片。</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>请把它拆分。</translation>
    </message>
    <message>
        <source>If it is meant, raise the limit of pixels in the settings.</source>
        <translation>如确有需要，请在设置中提高像素上限。</translation>
    </message>
    <message>
        <source>Was it moved or renamed?</source>
        <translation>是否被移动或改名了？</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查它的权限。</translation>
    </message>
    <message>
        <source>Is the disk well?</source>
        <translation>磁盘是否正常？</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>Choose a picture file.</source>
        <translation>请选择图片文件。</translation>
    </message>
    <message>
        <source>Try another format, and report it.</source>
        <translation>请换一种格式，并报告此问题。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>请关闭其他程序。</translation>
    </message>
    <message>
        <source>Close other programs, or let the processor do it.</source>
        <translation>请关闭其他程序，或改用处理器计算。</translation>
    </message>
    <message>
        <source>Close other programs, or use smaller tiles.</source>
        <translation>请关闭其他程序，或使用更小的分块。</translation>
    </message>
    <message>
        <source>Close other programs, or take a smaller picture.</source>
        <translation>请关闭其他程序，或换一张较小的图片。</translation>
    </message>
    <message>
        <source>Make room, or choose another folder.</source>
        <translation>请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Update its driver, or let the processor do it.</source>
        <translation>请更新驱动，或改用处理器计算。</translation>
    </message>
    <message>
        <source>Reinstall torch.</source>
        <translation>请重新安装 torch。</translation>
    </message>
    <message>
        <source>Choose the precision fp32 there. {remedy}</source>
        <translation>请在那里选择精度 fp32。{remedy}</translation>
    </message>
    <message>
        <source>Install the build of torch for your GPU to be many times faster.</source>
        <translation>安装适合您显卡的 torch 版本会快很多倍。</translation>
    </message>
    <message>
        <source>Remove the file, or replace it.</source>
        <translation>请移除该文件，或换一个。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>The details help to mend it.</source>
        <translation>详情有助于修复它。</translation>
    </message>
    <message>
        <source>Use {names}.</source>
        <translation>可以使用 {names}。</translation>
    </message>
    <message>
        <source>Choose the format PNG or TIFF, or a smaller size.</source>
        <translation>请选择 PNG 或 TIFF 格式，或较小的尺寸。</translation>
    </message>
    <message>
        <source>Choose the colour under it, for example white, or the format PNG.</source>
        <translation>请选择透明部分的底色（例如白色），或选择 PNG 格式。</translation>
    </message>
    <message>
        <source>For example: #ffffff, or white.</source>
        <translation>例如 #ffffff 或 white。</translation>
    </message>
    <message>
        <source>For example: {example}</source>
        <translation>例如：{example}</translation>
    </message>
    <message>
        <source>Enlarge or reduce one of them first.</source>
        <translation>请先放大或缩小其中一张。</translation>
    </message>
    <message>
        <source>One must be an exact multiple of the other, so that it can be reduced to it.</source>
        <translation>其中一张必须正好是另一张的整数倍，才能缩小比较。</translation>
    </message>
    <message>
        <source>Free some space, then retry.</source>
        <translation>请腾出空间，然后重试。</translation>
    </message>
    <message>
        <source>Choose an output folder that can be written.</source>
        <translation>请选择可以写入的输出文件夹。</translation>
    </message>
    <message>
        <source>Check the disk, then retry.</source>
        <translation>请检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Check the owner and the rights of the folder.</source>
        <translation>请检查文件夹的所有者和权限。</translation>
    </message>
    <message>
        <source>A folder has that name; choose another output name.</source>
        <translation>已有同名文件夹；请换一个输出名称。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请换一个较短的名称。</translation>
    </message>
    <message>
        <source>Choose another name, or say in the settings what to do where a file exists.</source>
        <translation>请换一个名称，或在设置中选择文件已存在时的做法。</translation>
    </message>
    <message>
        <source>A part of the path is a file; choose another output folder.</source>
        <translation>路径中有一部分是文件；请选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>Move it away.</source>
        <translation>请把它移走。</translation>
    </message>
    <message>
        <source>Move it away and start again with “keep it” for files that exist: what is finished stays, the rest is made.</source>
        <translation>请把它移走，并在文件已存在时选择保留，然后重新开始：已完成的会保留，其余会生成。</translation>
    </message>
    <message>
        <source>Update Enhancer, or choose another output folder.</source>
        <translation>请更新 Enhancer，或选择其他输出文件夹。</translation>
    </message>
    <message>
        <source>Update the program to use it.</source>
        <translation>请更新程序后再使用它。</translation>
    </message>
    <message>
        <source>Wait for it to end.</source>
        <translation>请等它结束。</translation>
    </message>
    <message>
        <source>Wait for it to end; if you know that it has ended, remove {path}.</source>
        <translation>请等它结束；如果确定它已结束，请移除 {path}。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it first.</source>
        <translation>请等它结束，或先停止它。</translation>
    </message>
    <message>
        <source>Choose another output folder, or run the job it was made with.</source>
        <translation>请选择其他输出文件夹，或运行生成它的任务。</translation>
    </message>
    <message>
        <source>Choose another folder, or say in the settings what to do where such a file exists.</source>
        <translation>请选择其他文件夹，或在设置中选择文件已存在时的做法。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name, or let such a file be replaced.</source>
        <translation>请换一个名称，或允许替换已有文件。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Put something into the name that tells them apart, or let the results be numbered.</source>
        <translation>请在名称中加入能区分它们的内容，或选择自动编号。</translation>
    </message>
    <message>
        <source>Pictures are never changed: choose another folder, or another name.</source>
        <translation>原图绝不会被改动：请选择其他文件夹或其他名称。</translation>
    </message>
    <message>
        <source>Give them to separate runs with separate output folders.</source>
        <translation>请分开处理，并使用不同的输出文件夹。</translation>
    </message>
    <message>
        <source>A template names a file; the folder is chosen separately.</source>
        <translation>模板只决定文件名；文件夹另行选择。</translation>
    </message>
    <message>
        <source>Leave the template empty.</source>
        <translation>请把模板留空。</translation>
    </message>
    <message>
        <source>Use .png, .jpg, .webp or .tif, or choose a format.</source>
        <translation>请使用 .png、.jpg、.webp 或 .tif，或选择格式。</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>请选择文件。</translation>
    </message>
    <message>
        <source>Choose files and folders only.</source>
        <translation>请只选择文件和文件夹。</translation>
    </message>
    <message>
        <source>Pictures end in .png, .jpg, .webp or .tif.</source>
        <translation>图片以 .png、.jpg、.webp 或 .tif 结尾。</translation>
    </message>
    <message>
        <source>Photos end in .png, .jpg, .webp or .tif.</source>
        <translation>照片以 .png、.jpg、.webp 或 .tif 结尾。</translation>
    </message>
    <message>
        <source>Do the filters leave any?</source>
        <translation>筛选条件是否没有留下任何图片？</translation>
    </message>
    <message>
        <source>Sub-folders are looked into if that is switched on.</source>
        <translation>启用子文件夹后才会查看其中的图片。</translation>
    </message>
    <message>
        <source>Write i/n, for example 2/4 for the second of four parts.</source>
        <translation>请写成 i/n，例如 2/4 表示四份中的第二份。</translation>
    </message>
    <message>
        <source>Choose the folder instead.</source>
        <translation>请改为选择文件夹。</translation>
    </message>
    <message>
        <source>Rename the file first.</source>
        <translation>请先给文件改名。</translation>
    </message>
    <message>
        <source>{path} is not a model file.</source>
        <translation>{path} 不是模型文件。</translation>
    </message>
    <message>
        <source>{path} holds weights but no card of this program.</source>
        <translation>{path} 含有权重，但没有本程序的模型卡。</translation>
    </message>
    <message>
        <source>{path} was made by a newer version ({version}).</source>
        <translation>{path} 由更新的版本（{version}）制作。</translation>
    </message>
    <message>
        <source>{path}: its card cannot be understood: {error}</source>
        <translation>{path}：无法理解它的模型卡：{error}</translation>
    </message>
    <message>
        <source>{path} is damaged: it has {what}.</source>
        <translation>{path} 已损坏：它有{what}。</translation>
    </message>
    <message>
        <source>{path}: the weights of {name} are not finite.</source>
        <translation>{path}：{name} 的权重不是有限数值。</translation>
    </message>
    <message>
        <source>{name}: the card says {field} {claimed}, its network {value}.</source>
        <translation>{name}：模型卡写的 {field} 是 {claimed}，网络却是 {value}。</translation>
    </message>
    <message>
        <source>{name}: the card names {n} classes, its network has {found}.</source>
        <translation>{name}：模型卡列出 {n} 个类别，网络却有 {found} 个。</translation>
    </message>
    <message>
        <source>{path}: its weights do not fit its card (first: {name}).</source>
        <translation>{path}：权重与模型卡不符（首个：{name}）。</translation>
    </message>
    <message>
        <source>{name} takes no conditions: {names}.</source>
        <translation>{name} 不接受条件：{names}。</translation>
    </message>
    <message>
        <source>{name} starts from latents of width {width}, not {shape}.</source>
        <translation>{name} 的潜变量宽度为 {width}，而不是 {shape}。</translation>
    </message>
    <message>
        <source>{name} knows no classes.</source>
        <translation>{name} 不区分类别。</translation>
    </message>
    <message>
        <source>{name} needs the class of each picture.</source>
        <translation>{name} 需要每张图片的类别。</translation>
    </message>
    <message>
        <source>{name} needs one whole number for each of {n} latents as classes.</source>
        <translation>{name} 需要为 {n} 个潜变量各给一个整数类别。</translation>
    </message>
    <message>
        <source>{name} has the classes 0 to {last}.</source>
        <translation>{name} 的类别为 0 到 {last}。</translation>
    </message>
    <message>
        <source>{name} does not generate pictures: it {does}.</source>
        <translation>{name} 不生成图片：它{does}。</translation>
    </message>
    <message>
        <source>{name} does not generate pictures.</source>
        <translation>{name} 不生成图片。</translation>
    </message>
    <message>
        <source>{name} changes no pictures: it {does}.</source>
        <translation>{name} 不改变图片：它{does}。</translation>
    </message>
    <message>
        <source>{name} is a model that does not enhance pictures (it {does}).</source>
        <translation>{name} 不是增强图片的模型（它{does}）。</translation>
    </message>
    <message>
        <source>enlarges pictures</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>repairs pictures</source>
        <translation>修复图片</translation>
    </message>
    <message>
        <source>turns pictures into other pictures</source>
        <translation>把图片变成另一种图片</translation>
    </message>
    <message>
        <source>generates pictures</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>describes pictures to metrics and losses</source>
        <translation>为指标和损失描述图片</translation>
    </message>
    <message>
        <source>upscales</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>restores</source>
        <translation>修复图片</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>转换图片</translation>
    </message>
    <message>
        <source>generates</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>featuress</source>
        <translation>只用于评判</translation>
    </message>
    <message>
        <source>There is no model file {name}.</source>
        <translation>没有模型文件 {name}。</translation>
    </message>
    <message>
        <source>There is no model {name}.</source>
        <translation>没有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>{name} does not take a colour picture and give one.</source>
        <translation>{name} 不是输入和输出彩色图片的模型。</translation>
    </message>
    <message>
        <source>{name} cannot run in tiles.</source>
        <translation>{name} 不能分块运行。</translation>
    </message>
    <message>
        <source>A tile of {n} pixels cannot be.</source>
        <translation>分块不能是 {n} 像素。</translation>
    </message>
    <message>
        <source>A tile of {n} is too small for this model, which sees {context} pixels to each side.</source>
        <translation>分块 {n} 对这个模型太小，它每侧要看 {context} 像素。</translation>
    </message>
    <message>
        <source>The recorded tile plan is for another picture or model.</source>
        <translation>记录的分块方案属于另一张图片或另一个模型。</translation>
    </message>
    <message>
        <source>Tile plan version {version} is not known.</source>
        <translation>不认识分块方案版本 {version}。</translation>
    </message>
    <message>
        <source>This is not a tile plan: {error}.</source>
        <translation>这不是分块方案：{error}。</translation>
    </message>
    <message>
        <source>There is no fidelity {name}.</source>
        <translation>没有名为 {name} 的保真方式。</translation>
    </message>
    <message>
        <source>{name} was made for the degradation {degradation}, which cannot be held exactly.</source>
        <translation>{name} 针对 {degradation} 降质制作，无法精确保真。</translation>
    </message>
    <message>
        <source>{size} has another shape than the picture, {found}.</source>
        <translation>{size} 的长宽比与图片 {found} 不同。</translation>
    </message>
    <message>
        <source>The result would be {size} pixels.</source>
        <translation>结果将是 {size} 像素。</translation>
    </message>
    <message>
        <source>{text} is not an enlargement.</source>
        <translation>{text} 不是放大倍数。</translation>
    </message>
    <message>
        <source>{text} is not a size.</source>
        <translation>{text} 不是大小。</translation>
    </message>
    <message>
        <source>{text} asks for a side of {n} pixels.</source>
        <translation>{text} 要求边长 {n} 像素。</translation>
    </message>
    <message>
        <source>The model gives values that are not numbers, in float32 too.</source>
        <translation>模型给出了无效数值，float32 下也一样。</translation>
    </message>
    <message>
        <source>{device} has not enough memory for tiles of {size} pixels, and this model cannot run in smaller ones.</source>
        <translation>{device} 的内存不足以处理 {size} 像素的分块，而这个模型不能用更小的分块。</translation>
    </message>
    <message>
        <source>There is not enough memory for a batch of {n} pictures.</source>
        <translation>内存不足，无法一次处理 {n} 张图片。</translation>
    </message>
    <message>
        <source>There is no device {name}.</source>
        <translation>没有设备 {name}。</translation>
    </message>
    <message>
        <source>There is no {kind} device here: {why}.</source>
        <translation>这里没有 {kind} 设备：{why}。</translation>
    </message>
    <message>
        <source>There is no {device}; this machine has {n}.</source>
        <translation>没有 {device}；本机有 {n} 个。</translation>
    </message>
    <message>
        <source>this build of torch is for the CPU only</source>
        <translation>安装的 torch 只支持处理器</translation>
    </message>
    <message>
        <source>no NVIDIA or AMD GPU answers, or its driver is missing or too old</source>
        <translation>没有可用的 NVIDIA 或 AMD 显卡，或者驱动缺失或过旧</translation>
    </message>
    <message>
        <source>it needs a Mac with Apple silicon and macOS 12.3 or newer</source>
        <translation>需要 Apple 芯片的 Mac 和 macOS 12.3 或更新版本</translation>
    </message>
    <message>
        <source>no Intel GPU answers, or this build of torch does not support it</source>
        <translation>没有可用的 Intel 显卡，或者安装的 torch 不支持它</translation>
    </message>
    <message>
        <source>There is no precision {name}.</source>
        <translation>没有名为 {name} 的计算精度。</translation>
    </message>
    <message>
        <source>more than {n} tensors</source>
        <translation>超过 {n} 个张量</translation>
    </message>
    <message>
        <source>an unusable entry {name}</source>
        <translation>无法使用的条目 {name}</translation>
    </message>
    <message>
        <source>a tensor {name} whose shape and bytes disagree</source>
        <translation>形状与字节数不符的张量 {name}</translation>
    </message>
    <message>
        <source>overlapping or missing bytes</source>
        <translation>重叠或缺失的字节</translation>
    </message>
    <message>
        <source>fewer or more bytes than it declares (is it cut off?)</source>
        <translation>与声明不符的字节数（可能不完整）</translation>
    </message>
    <message>
        <source>{model} enlarges x{scale}; the rest, up to x{factor}, is resampled and adds no detail.</source>
        <translation>{model} 放大 {scale} 倍；其余部分（到 {factor} 倍）由重采样完成，不增加细节。</translation>
    </message>
    <message>
        <source>Values that are not finite were replaced: infinite ones by white or black, others by black.</source>
        <translation>无效数值已被替换：无穷大的换成白色或黑色，其余换成黑色。</translation>
    </message>
    <message>
        <source>The input is a JPEG of quality about {quality}: its compression blocks are enlarged too.</source>
        <translation>原图是质量约 {quality} 的 JPEG：压缩产生的方块也会被放大。</translation>
    </message>
    <message>
        <source>The input is a JPEG of quality about {quality}: only its colour and tone are held, since holding every pixel would enlarge the compression blocks.</source>
        <translation>原图是质量约 {quality} 的 JPEG：只保持其颜色和色调，因为逐像素保真会放大压缩方块。</translation>
    </message>
    <message>
        <source>This model does not enlarge, so exact would return the input; low is used.</source>
        <translation>这个模型不放大，精确保真只会还原输入；已改用低保真。</translation>
    </message>
    <message>
        <source>{precision} gave values that are not finite; float32 was used from there on.</source>
        <translation>{precision} 给出了无效数值；此后改用 float32。</translation>
    </message>
    <message>
        <source>Memory ran out: the rest ran in tiles of {side} pixels, {n} at a time.</source>
        <translation>内存用尽：其余部分以 {side} 像素的分块、每次 {n} 块处理。</translation>
    </message>
    <message>
        <source>{precision} would lose depth: this model has no base to add to, so fp32 is used.</source>
        <translation>{precision} 会损失位深：这个模型没有可叠加的底图，因此使用 fp32。</translation>
    </message>
    <message>
        <source>Seeds are whole numbers from 0 to 2^63 - 1, and at least one is needed.</source>
        <translation>种子是 0 到 2^63 - 1 的整数，至少需要一个。</translation>
    </message>
    <message>
        <source>A truncation of {value} cannot be.</source>
        <translation>截断值不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} was measured by other features: {protocol}.</source>
        <translation>{name} 由其他特征测得：{protocol}。</translation>
    </message>
    <message>
        <source>There are no pictures in {path}.</source>
        <translation>{path} 中没有图片。</translation>
    </message>
    <message>
        <source>Its origin names neither seed nor latent.</source>
        <translation>它的来源既没有种子也没有潜变量。</translation>
    </message>
    <message>
        <source>The latent is damaged.</source>
        <translation>潜变量已损坏。</translation>
    </message>
    <message>
        <source>The latent does not hold {n} numbers.</source>
        <translation>潜变量不是 {n} 个数。</translation>
    </message>
    <message>
        <source>{name} does not say how it was generated.</source>
        <translation>{name} 没有说明它是如何生成的。</translation>
    </message>
    <message>
        <source>A batch of {n} cannot be.</source>
        <translation>一批不能是 {n} 张。</translation>
    </message>
    <message>
        <source>There is nothing to judge pictures of {model} by: {path} is not there.</source>
        <translation>没有评判 {model} 的图片的依据：{path} 不存在。</translation>
    </message>
    <message>
        <source>{n} real pictures are too few to judge others by.</source>
        <translation>{n} 张真实图片太少，不足以评判其他图片。</translation>
    </message>
    <message>
        <source>{path} is no reference of real pictures.</source>
        <translation>{path} 不是真实图片的参照文件。</translation>
    </message>
    <message>
        <source>{path} is damaged: its arrays do not fit together.</source>
        <translation>{path} 已损坏：其中的数组互不相符。</translation>
    </message>
    <message>
        <source>{model} knows no classes: it was trained on pictures without labels.</source>
        <translation>{model} 不区分类别：它用没有标签的图片训练而成。</translation>
    </message>
    <message>
        <source>{model} knows no classes, so there are no folders for them.</source>
        <translation>{model} 不区分类别，因此没有类别文件夹。</translation>
    </message>
    <message>
        <source>{model} has no class {name}.</source>
        <translation>{model} 没有类别 {name}。</translation>
    </message>
    <message>
        <source>Making pictures again does not go together with making others.</source>
        <translation>重新生成图片不能与生成其他图片同时进行。</translation>
    </message>
    <message>
        <source>There is no picture to vary.</source>
        <translation>没有可以变化的图片。</translation>
    </message>
    <message>
        <source>Pictures between two seeds do not go together with {other}.</source>
        <translation>两个种子之间的图片不能与 {other} 同时使用。</translation>
    </message>
    <message>
        <source>The last seed would be 2^63 or more.</source>
        <translation>最后一个种子将达到或超过 2^63。</translation>
    </message>
    <message>
        <source>There is nothing to make.</source>
        <translation>没有要生成的图片。</translation>
    </message>
    <message>
        <source>A sheet holds at most {n} pictures.</source>
        <translation>一张总览图最多容纳 {n} 张图片。</translation>
    </message>
    <message>
        <source>A film needs 2 seeds or more and {n} frames or less.</source>
        <translation>影片需要至少 2 个种子，且不超过 {n} 帧。</translation>
    </message>
    <message>
        <source>Pictures of a reference are used only where unreal pictures are drawn again.</source>
        <translation>参照图片只在重抽不真实的图片时使用。</translation>
    </message>
    <message>
        <source>The results need a folder, and {name} looks like a picture.</source>
        <translation>结果需要一个文件夹，而 {name} 看起来像图片。</translation>
    </message>
    <message>
        <source>{name} was made by another model than {model}.</source>
        <translation>{name} 由 {model} 以外的模型生成。</translation>
    </message>
    <message>
        <source>This was made by another model than {model}: {other}.</source>
        <translation>这不是由 {model} 生成的，而是由 {other} 生成。</translation>
    </message>
    <message>
        <source>{name} names a class that {model} does not have.</source>
        <translation>{name} 中的类别是 {model} 没有的。</translation>
    </message>
    <message>
        <source>{name} names a row that its batch does not have.</source>
        <translation>{name} 中的行号超出了它的批次。</translation>
    </message>
    <message>
        <source>None of {n} candidates passed: {why}.</source>
        <translation>{n} 个候选都未通过：{why}。</translation>
    </message>
    <message>
        <source>There is no picture for the sheet.</source>
        <translation>没有可放进总览图的图片。</translation>
    </message>
    <message>
        <source>There are not two pictures for a film.</source>
        <translation>不足两张图片，无法制作影片。</translation>
    </message>
    <message>
        <source>There is nothing to generate.</source>
        <translation>没有要生成的图片。</translation>
    </message>
    <message>
        <source>Not used to judge by: {error}</source>
        <translation>不用作评判依据：{error}</translation>
    </message>
    <message>
        <source>{n} unlike any real picture, {m} a copy of a real picture</source>
        <translation>{n} 个不像任何真实图片，{m} 个是真实图片的复制</translation>
    </message>
    <message>
        <source>{n} unlike any real picture</source>
        <translation>{n} 个不像任何真实图片</translation>
    </message>
    <message>
        <source>{n} a copy of a real picture</source>
        <translation>{n} 个是真实图片的复制</translation>
    </message>
    <message>
        <source>{n} of another class than asked</source>
        <translation>{n} 个不属于所要求的类别</translation>
    </message>
    <message>
        <source>The speed of a network that only judges is not measured.</source>
        <translation>只用于评判的网络不测量速度。</translation>
    </message>
    <message>
        <source>{name} is no model file.</source>
        <translation>{name} 不是模型文件。</translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation>已有名为 {name} 的模型。</translation>
    </message>
    <message>
        <source>There is little free memory.</source>
        <translation>可用内存不多。</translation>
    </message>
    <message>
        <source>There is little free disk space here.</source>
        <translation>这里的可用磁盘空间不多。</translation>
    </message>
    <message>
        <source>{device} computes wrongly in {precision} ({what}).</source>
        <translation>{device} 以 {precision} 计算时出错（{what}）。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>off by {amount} of {whole}</source>
        <translation>相差 {amount}（共 {whole}）</translation>
    </message>
    <message>
        <source>There is an NVIDIA GPU, but this torch is for the CPU only.</source>
        <translation>有 NVIDIA 显卡，但安装的 torch 只支持处理器。</translation>
    </message>
    <message>
        <source>The models that belong to the program are missing.</source>
        <translation>缺少程序自带的模型。</translation>
    </message>
    <message>
        <source>The features `inception` need the package torch-fidelity.</source>
        <translation>特征 inception 需要软件包 torch-fidelity。</translation>
    </message>
    <message>
        <source>The weights of InceptionV3 are not on this machine; they are expected in {path}.</source>
        <translation>本机没有 InceptionV3 的权重；它们应位于 {path}。</translation>
    </message>
    <message>
        <source>All features are the same, so nothing can be judged by them.</source>
        <translation>所有特征都相同，因此无法据此评判。</translation>
    </message>
    <message>
        <source>{path} is not a journal of Enhancer.</source>
        <translation>{path} 不是 Enhancer 的任务日志。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Enhancer (version {version}, known up to {known}).</source>
        <translation>{path} 由更新版本的 Enhancer 写入（版本 {version}，本程序只认识到 {known}）。</translation>
    </message>
    <message>
        <source>The disk is full; the journal {path} cannot grow.</source>
        <translation>磁盘已满；任务日志 {path} 无法继续写入。</translation>
    </message>
    <message>
        <source>The journal {path} cannot be written: {why}.</source>
        <translation>无法写入任务日志 {path}：{why}。</translation>
    </message>
    <message>
        <source>The journal {path} is in use by another program.</source>
        <translation>任务日志 {path} 正被另一个程序使用。</translation>
    </message>
    <message>
        <source>The journal {path} cannot be used: {why}.</source>
        <translation>无法使用任务日志 {path}：{why}。</translation>
    </message>
    <message>
        <source>The journal {path} is damaged ({why}).</source>
        <translation>任务日志 {path} 已损坏（{why}）。</translation>
    </message>
    <message>
        <source>it does not start like one</source>
        <translation>文件开头不对</translation>
    </message>
    <message>
        <source>{path} is the journal of another job.</source>
        <translation>{path} 是另一个任务的日志。</translation>
    </message>
    <message>
        <source>{text} is not a shard.</source>
        <translation>{text} 不是有效的部分编号。</translation>
    </message>
    <message>
        <source>An output would be written over an input: {which}.</source>
        <translation>输出会覆盖输入：{which}。</translation>
    </message>
    <message>
        <source>Outputs would collide: {which}.</source>
        <translation>输出文件名会冲突：{which}。</translation>
    </message>
    <message>
        <source>There are outputs already that a job with other settings or another model made: {which}.</source>
        <translation>已有由其他设置或其他模型的任务生成的输出：{which}。</translation>
    </message>
    <message>
        <source>There are outputs already that this job did not make: {which}.</source>
        <translation>已有不是由本任务生成的输出：{which}。</translation>
    </message>
    <message>
        <source>Two items have the name {name}: {which} and others.</source>
        <translation>两个项目同名 {name}：{which} 等。</translation>
    </message>
    <message>
        <source>An earlier job made it from another picture here; add it alone to work on it.</source>
        <translation>它由之前的任务从这里的另一张图片生成；要处理它，请单独添加。</translation>
    </message>
    <message>
        <source>{name} exists and was not made by this job.</source>
        <translation>{name} 已存在，且不是由本任务生成的。</translation>
    </message>
    <message>
        <source>Done by an earlier run of this job.</source>
        <translation>之前运行本任务时已完成。</translation>
    </message>
    <message>
        <source>The picture changed while it was read. Retry when it is complete.</source>
        <translation>图片在读取过程中发生了变化。等它完整后再重试。</translation>
    </message>
    <message>
        <source>There is not enough memory for this item.</source>
        <translation>内存不足，无法处理这个项目。</translation>
    </message>
    <message>
        <source>An error inside Enhancer, {error}</source>
        <translation>程序内部出错：{error}</translation>
    </message>
    <message>
        <source>It is a named pipe.</source>
        <translation>它是命名管道。</translation>
    </message>
    <message>
        <source>It is a socket.</source>
        <translation>它是套接字。</translation>
    </message>
    <message>
        <source>It is a device.</source>
        <translation>它是设备。</translation>
    </message>
    <message>
        <source>It is a link to a folder; links to folders are not followed.</source>
        <translation>它是指向文件夹的链接；不会跟随这类链接。</translation>
    </message>
    <message>
        <source>It is a link to a file outside the folder that was named.</source>
        <translation>它是指向所选文件夹之外的文件的链接。</translation>
    </message>
    <message>
        <source>It is a link to a file that does not exist.</source>
        <translation>它链接的文件不存在。</translation>
    </message>
    <message>
        <source>It is a link that leads back to itself.</source>
        <translation>它是指回自身的链接。</translation>
    </message>
    <message>
        <source>It may not be read.</source>
        <translation>没有权限读取它。</translation>
    </message>
    <message>
        <source>Its path is too long for this system.</source>
        <translation>它的路径对本系统来说太长。</translation>
    </message>
    <message>
        <source>The system cannot read it.</source>
        <translation>系统无法读取它。</translation>
    </message>
    <message>
        <source>{path} is in use by another run ({who}).</source>
        <translation>{path} 正被另一次运行使用（{who}）。</translation>
    </message>
    <message>
        <source>process {pid} on {host}, started {time}</source>
        <translation>{host} 上的进程 {pid}，开始于 {time}</translation>
    </message>
    <message>
        <source>The name template is empty.</source>
        <translation>文件名模板是空的。</translation>
    </message>
    <message>
        <source>The name template {template} holds a separator or a control character.</source>
        <translation>文件名模板 {template} 含有分隔符或控制字符。</translation>
    </message>
    <message>
        <source>The name template needs {field}, which is not known here.</source>
        <translation>文件名模板需要 {field}，但这里没有这个值。</translation>
    </message>
    <message>
        <source>The name template {template} is not valid: {error}.</source>
        <translation>文件名模板 {template} 无效：{error}。</translation>
    </message>
    <message>
        <source>The name template has no field {field}.</source>
        <translation>文件名模板没有字段 {field}。</translation>
    </message>
    <message>
        <source>The name template takes {field} without any addition.</source>
        <translation>文件名模板中的 {field} 不能附加其他内容。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path} cannot be written to.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>{path} is a file, and several pictures need a folder.</source>
        <translation>{path} 是文件，而多张图片需要一个文件夹。</translation>
    </message>
    <message>
        <source>{path} is a file, and pictures need a folder.</source>
        <translation>{path} 是文件，而图片需要一个文件夹。</translation>
    </message>
    <message>
        <source>A name template and the name of one file exclude each other.</source>
        <translation>文件名模板和单个文件名不能同时使用。</translation>
    </message>
    <message>
        <source>{name} does not end like a picture that can be written.</source>
        <translation>{name} 的结尾不是可写入的图片格式。</translation>
    </message>
    <message>
        <source>There are no pictures in {names}.</source>
        <translation>{names} 中没有图片。</translation>
    </message>
    <message>
        <source>There are no pictures to work on.</source>
        <translation>没有可处理的图片。</translation>
    </message>
    <message>
        <source>{key} fails: {reason}</source>
        <translation>{key} 会失败：{reason}</translation>
    </message>
    <message>
        <source>{key} is skipped: {reason}</source>
        <translation>{key} 会跳过：{reason}</translation>
    </message>
    <message>
        <source>The disk has only {amount} left.</source>
        <translation>磁盘只剩 {amount}。</translation>
    </message>
    <message>
        <source>An earlier run of this job used {before}, this one uses {now}: values may differ by one 8-bit code.</source>
        <translation>之前运行本任务时使用 {before}，这次使用 {now}：数值可能相差一个 8 位级。</translation>
    </message>
    <message>
        <source>An earlier run used {before}, this one uses {now}: values may differ by a code.</source>
        <translation>之前的运行使用 {before}，这次使用 {now}：数值可能相差一级。</translation>
    </message>
    <message>
        <source>Stopped. The same job goes on from here.</source>
        <translation>已停止。再次运行同一任务会从这里继续。</translation>
    </message>
    <message>
        <source>There is no place beside standard input.</source>
        <translation>标准输入旁边没有位置可以写入。</translation>
    </message>
    <message>
        <source>Standard input is one picture.</source>
        <translation>标准输入只能是一张图片。</translation>
    </message>
    <message>
        <source>{path} exists already.</source>
        <translation>{path} 已存在。</translation>
    </message>
    <message>
        <source>The control file asked to stop.</source>
        <translation>控制文件要求停止。</translation>
    </message>
    <message>
        <source>A newer request took its place.</source>
        <translation>已被更新的请求取代。</translation>
    </message>
    <message>
        <source>There is no task {name} in this process.</source>
        <translation>这个进程中没有任务 {name}。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>A job file is UTF-8, and a name in this job is not.</source>
        <translation>任务文件使用 UTF-8，而这个任务中有名称不是。</translation>
    </message>
    <message>
        <source>{name}: {why}.</source>
        <translation>{name}：{why}。</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许这样操作</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>它不是文件夹</translation>
    </message>
    <message>
        <source>Directory not empty</source>
        <translation>文件夹不是空的</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>链接层数太多</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>正被占用</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>网络文件已失效</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} 等，另有 {n} 个</translation>
    </message>
    <message>
        <source>two inputs would become {path}</source>
        <translation>两张原图都会成为 {path}</translation>
    </message>
    <message>
        <source>{first} and {second} are one file on some systems</source>
        <translation>{first} 与 {second} 在某些系统上是同一个文件</translation>
    </message>
    <message>
        <source>{name} is damaged: {what}.</source>
        <translation>{name} 已损坏：{what}。</translation>
    </message>
    <message>
        <source>{name} is cut off: its end is missing.</source>
        <translation>{name} 不完整：文件末尾缺失。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <source>{name} is {what}, which is not read.</source>
        <translation>{name} 是{what}，无法读取这种格式。</translation>
    </message>
    <message>
        <source>{name} is an SVG drawing, which is not read.</source>
        <translation>{name} 是 SVG 图形，无法读取这种格式。</translation>
    </message>
    <message>
        <source>{name} is a web page, not a picture.</source>
        <translation>{name} 是网页，不是图片。</translation>
    </message>
    <message>
        <source>{name} is a text file, not a picture.</source>
        <translation>{name} 是文本文件，不是图片。</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be recognised.</source>
        <translation>无法识别 {name} 是哪种图片。</translation>
    </message>
    <message>
        <source>{name} is a lossless or hierarchical JPEG.</source>
        <translation>{name} 是无损或分层 JPEG，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a JPEG of {components} components and {bits} bits.</source>
        <translation>{name} 是含 {components} 个分量、{bits} 位的 JPEG，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a 12-bit CMYK JPEG.</source>
        <translation>{name} 是 12 位 CMYK JPEG，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a TIFF of the colour kind {kind}.</source>
        <translation>{name} 是色彩类型为 {kind} 的 TIFF，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a TIFF whose samples are {kind}.</source>
        <translation>{name} 是采样类型为 {kind} 的 TIFF，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a TIFF of {n} samples a pixel.</source>
        <translation>{name} 是每像素 {n} 个采样的 TIFF，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a TIFF compressed by method {method}.</source>
        <translation>{name} 是以方法 {method} 压缩的 TIFF，无法读取。</translation>
    </message>
    <message>
        <source>{name} is a TIFF of subsampled YCbCr.</source>
        <translation>{name} 是子采样 YCbCr 的 TIFF，无法读取。</translation>
    </message>
    <message>
        <source>{name} has no pixels ({size}).</source>
        <translation>{name} 没有像素（{size}）。</translation>
    </message>
    <message>
        <source>{name} has {size} pixels, more than the limit of {limit} in all.</source>
        <translation>{name} 有 {size} 像素，超过了总数 {limit} 的上限。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} pictures.</source>
        <translation>{name} 包含超过 {limit} 张图片。</translation>
    </message>
    <message>
        <source>{name} is larger than a picture within the limit can be ({bytes} bytes).</source>
        <translation>{name} 太大，超过了上限以内的图片可能的大小（{bytes} 字节）。</translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation>{name} 是文件夹，不是图片。</translation>
    </message>
    <message>
        <source>{name} is not a regular file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <translation>{name} 不存在。</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>没有权限读取 {name}。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>无法读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} became shorter while it was read.</source>
        <translation>{name} 在读取过程中变短了。</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>读取 {name} 所需的内存超过了可用内存。</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} 已不存在。</translation>
    </message>
    <message>
        <source>{name} is not there any more.</source>
        <translation>{name} 已不存在。</translation>
    </message>
    <message>
        <source>The written picture is not what it should be: {why}.</source>
        <translation>写出的图片与预期不符：{why}。</translation>
    </message>
    <message>
        <source>No picture format ends in {suffix}.</source>
        <translation>没有以 {suffix} 结尾的图片格式。</translation>
    </message>
    <message>
        <source>{format} files are read but not written.</source>
        <translation>{format} 文件只能读取，不能写入。</translation>
    </message>
    <message>
        <source>{format} can be read but not written.</source>
        <translation>{format} 只能读取，不能写入。</translation>
    </message>
    <message>
        <source>{format} holds at most {limit} pixels a side, not {size}.</source>
        <translation>{format} 每边最多 {limit} 像素，而不是 {size}。</translation>
    </message>
    <message>
        <source>{format} has no transparency and the picture has.</source>
        <translation>{format} 不支持透明，而图片含有透明。</translation>
    </message>
    <message>
        <source>{text} is not a colour.</source>
        <translation>{text} 不是颜色。</translation>
    </message>
    <message>
        <source>The pictures have different sizes: {first} and {second}.</source>
        <translation>图片大小不同：{first} 和 {second}。</translation>
    </message>
    <message>
        <source>A film cannot be a {suffix} file.</source>
        <translation>影片不能保存为 {suffix} 文件。</translation>
    </message>
    <message>
        <source>A film needs at least one frame.</source>
        <translation>影片至少需要一帧。</translation>
    </message>
    <message>
        <source>Frames of different shapes do not make a film.</source>
        <translation>形状不同的帧不能组成影片。</translation>
    </message>
    <message>
        <source>A grid needs at least one picture.</source>
        <translation>拼图至少需要一张图片。</translation>
    </message>
    <message>
        <source>Pictures of different shapes do not make a grid.</source>
        <translation>形状不同的图片不能拼在一起。</translation>
    </message>
    <message>
        <source>There is no resampling kernel {name}.</source>
        <translation>没有名为 {name} 的重采样核。</translation>
    </message>
    <message>
        <source>Pictures of the kind {suffix} are not read.</source>
        <translation>无法读取 {suffix} 类型的图片。</translation>
    </message>
    <message>
        <source>The result would have {size} pixels, more than the limit of {limit} in all.</source>
        <translation>结果将有 {size} 像素，超过了总数 {limit} 的上限。</translation>
    </message>
    <message>
        <source>it has no picture</source>
        <translation>其中没有图片</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>它太大</translation>
    </message>
    <message>
        <source>it is too large ({n} bytes)</source>
        <translation>它太大（{n} 字节）</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>文件头已损坏</translation>
    </message>
    <message>
        <source>its header has the wrong length</source>
        <translation>文件头长度不对</translation>
    </message>
    <message>
        <source>its header names a kind that PNG does not have (colour {colour}, {depth} bits)</source>
        <translation>文件头中的类型不存在于 PNG（颜色 {colour}，{depth} 位）</translation>
    </message>
    <message>
        <source>its header gives the size {size}</source>
        <translation>文件头给出的大小是 {size}</translation>
    </message>
    <message>
        <source>its header gives {size} of {bits} bits</source>
        <translation>文件头给出 {size}、{bits} 位</translation>
    </message>
    <message>
        <source>its header and its picture differ in size</source>
        <translation>文件头与图片的大小不一致</translation>
    </message>
    <message>
        <source>it does not begin with its header</source>
        <translation>文件不是以文件头开始</translation>
    </message>
    <message>
        <source>the checksum of its header is wrong</source>
        <translation>文件头的校验和不对</translation>
    </message>
    <message>
        <source>a checksum is wrong</source>
        <translation>校验和不对</translation>
    </message>
    <message>
        <source>its compressed data is broken</source>
        <translation>压缩数据已损坏</translation>
    </message>
    <message>
        <source>a segment has no length</source>
        <translation>有一段没有长度</translation>
    </message>
    <message>
        <source>it has too many segments</source>
        <translation>段太多</translation>
    </message>
    <message>
        <source>it has two frame headers</source>
        <translation>有两个帧头</translation>
    </message>
    <message>
        <source>its frame header is too short</source>
        <translation>帧头太短</translation>
    </message>
    <message>
        <source>it has too many scans</source>
        <translation>扫描太多</translation>
    </message>
    <message>
        <source>its tiles are {size}</source>
        <translation>分块为 {size}</translation>
    </message>
    <message>
        <source>a strip of it is larger than its place</source>
        <translation>有一条数据超出了它的位置</translation>
    </message>
    <message>
        <source>the decoder says: {why}</source>
        <translation>解码器报告：{why}</translation>
    </message>
    <message>
        <source>its directories are damaged</source>
        <translation>目录已损坏</translation>
    </message>
    <message>
        <source>it has no TIFF header</source>
        <translation>没有 TIFF 文件头</translation>
    </message>
    <message>
        <source>its directories form a loop</source>
        <translation>目录形成循环</translation>
    </message>
    <message>
        <source>a directory lies outside of it</source>
        <translation>有目录位于文件之外</translation>
    </message>
    <message>
        <source>a directory is longer than the block</source>
        <translation>有目录超出了数据块</translation>
    </message>
    <message>
        <source>a value lies outside of it</source>
        <translation>有数值位于文件之外</translation>
    </message>
    <message>
        <source>a directory pointer is no offset</source>
        <translation>目录指针不是有效偏移</translation>
    </message>
    <message>
        <source>it is not an ICC profile</source>
        <translation>它不是 ICC 配置文件</translation>
    </message>
    <message>
        <source>its tags lie outside of it</source>
        <translation>它的标签位于文件之外</translation>
    </message>
    <message>
        <source>it is not of a device or colour space</source>
        <translation>它不属于设备或色彩空间</translation>
    </message>
    <message>
        <source>it describes {found} values and the pixels are {wanted}</source>
        <translation>它描述的是 {found} 值，而像素是 {wanted}</translation>
    </message>
    <message>
        <source>the colour engine refuses it</source>
        <translation>色彩引擎无法使用它</translation>
    </message>
    <message>
        <source>it cannot be read again: {why}</source>
        <translation>无法重新读取：{why}</translation>
    </message>
    <message>
        <source>it is {found}, not {wanted}</source>
        <translation>它是 {found}，不是 {wanted}</translation>
    </message>
    <message>
        <source>its size is {found}, not {wanted}</source>
        <translation>大小是 {found}，不是 {wanted}</translation>
    </message>
    <message>
        <source>its depth is {found}, not {wanted}</source>
        <translation>位深是 {found}，不是 {wanted}</translation>
    </message>
    <message>
        <source>it has {found} channels, not {wanted}</source>
        <translation>有 {found} 个通道，不是 {wanted} 个</translation>
    </message>
    <message>
        <source>it became transparent</source>
        <translation>变成了透明</translation>
    </message>
    <message>
        <source>its transparency is missing</source>
        <translation>透明丢失</translation>
    </message>
    <message>
        <source>its alpha is {found}, not {wanted}</source>
        <translation>透明类型是 {found}，不是 {wanted}</translation>
    </message>
    <message>
        <source>its colour profile differs</source>
        <translation>颜色配置文件不同</translation>
    </message>
    <message>
        <source>its EXIF differs</source>
        <translation>EXIF 不同</translation>
    </message>
    <message>
        <source>its XMP differs</source>
        <translation>XMP 不同</translation>
    </message>
    <message>
        <source>its resolution is {found}, not {wanted}</source>
        <translation>打印分辨率是 {found}，不是 {wanted}</translation>
    </message>
    <message>
        <source>its pixels differ</source>
        <translation>像素不同</translation>
    </message>
    <message>
        <source>it declares entities</source>
        <translation>它声明了实体</translation>
    </message>
    <message>
        <source>a PostScript (EPS) drawing</source>
        <translation>PostScript（EPS）图形</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a Windows metafile drawing</source>
        <translation>Windows 图元文件</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>Photoshop 文档</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>a cursor</source>
        <translation>光标</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>JPEG 2000 图片</translation>
    </message>
    <message>
        <source>a JPEG XL picture</source>
        <translation>JPEG XL 图片</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>AVIF 图片</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>HEIC 图片</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a FITS file</source>
        <translation>FITS 文件</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ZIP 压缩包</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>QOI 图片</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>OpenEXR 图片</translation>
    </message>
    <message>
        <source>a Radiance HDR picture</source>
        <translation>Radiance HDR 图片</translation>
    </message>
    <message>
        <source>a camera raw file</source>
        <translation>相机 RAW 文件</translation>
    </message>
    <message>
        <source>CMYK without a usable profile: converted by R = (1 - C)(1 - K), colours are approximate.</source>
        <translation>CMYK 没有可用的颜色配置文件：已按简单公式转换，颜色只是近似。</translation>
    </message>
    <message>
        <source>Colour profile dropped: {fault}.</source>
        <translation>颜色配置文件已丢弃：{fault}。</translation>
    </message>
    <message>
        <source>CMYK converted to sRGB through its colour profile.</source>
        <translation>已通过颜色配置文件将 CMYK 转换为 sRGB。</translation>
    </message>
    <message>
        <source>The file is cut off; the missing part was filled with zeros.</source>
        <translation>文件不完整；缺失部分已用零填充。</translation>
    </message>
    <message>
        <source>The file is cut off; the missing part was filled.</source>
        <translation>文件不完整；缺失部分已填充。</translation>
    </message>
    <message>
        <source>The file is cut off or damaged; the missing part was filled with black.</source>
        <translation>文件不完整或已损坏；缺失部分已用黑色填充。</translation>
    </message>
    <message>
        <source>Extended XMP is not kept.</source>
        <translation>不保留扩展 XMP。</translation>
    </message>
    <message>
        <source>The JPEG comment is not kept.</source>
        <translation>不保留 JPEG 注释。</translation>
    </message>
    <message>
        <source>{name} is not kept.</source>
        <translation>不保留 {name}。</translation>
    </message>
    <message>
        <source>Its colour space is named by cICP only; values are taken for sRGB.</source>
        <translation>色彩空间只由 cICP 标明；数值按 sRGB 处理。</translation>
    </message>
    <message>
        <source>Its gamma of {gamma} makes no sense and is not used.</source>
        <translation>其伽马值 {gamma} 不合理，未使用。</translation>
    </message>
    <message>
        <source>Kept as a colour profile: its gamma of {gamma} and its primaries.</source>
        <translation>已保存为颜色配置文件：伽马值 {gamma} 和原色。</translation>
    </message>
    <message>
        <source>Kept as a colour profile: its gamma of {gamma}.</source>
        <translation>已保存为颜色配置文件：伽马值 {gamma}。</translation>
    </message>
    <message>
        <source>Its primaries make no sense and are not used.</source>
        <translation>其原色不合理，未使用。</translation>
    </message>
    <message>
        <source>it is damaged or too large</source>
        <translation>它已损坏或太大</translation>
    </message>
    <message>
        <source>XMP dropped: {fault}.</source>
        <translation>XMP 已丢弃：{fault}。</translation>
    </message>
    <message>
        <source>EXIF dropped: {fault}.</source>
        <translation>EXIF 已丢弃：{fault}。</translation>
    </message>
    <message>
        <source>PNG texts are not kept: {names}.</source>
        <translation>不保留 PNG 文本：{names}。</translation>
    </message>
    <message>
        <source>EXIF is not kept: it is not read from BigTIFF.</source>
        <translation>不保留 EXIF：无法从 BigTIFF 中读取。</translation>
    </message>
    <message>
        <source>Transparency was laid on {colour}: {format} has none.</source>
        <translation>透明部分已衬上 {colour}：{format} 不支持透明。</translation>
    </message>
    <message>
        <source>The grey colour profile was dropped: WebP has no grey pictures.</source>
        <translation>灰度颜色配置文件已丢弃：WebP 没有灰度图片。</translation>
    </message>
    <message>
        <source>Depth was reduced from {before} to {after}: {why}.</source>
        <translation>位深已从 {before} 降为 {after}：{why}。</translation>
    </message>
    <message>
        <source>as asked</source>
        <translation>按设置要求</translation>
    </message>
    <message>
        <source>{format} holds no more</source>
        <translation>{format} 不支持更高位深</translation>
    </message>
    <message>
        <source>Values below 0 or above 1 were cut off: only float holds them.</source>
        <translation>低于 0 或高于 1 的数值已被截去：只有浮点格式能保存它们。</translation>
    </message>
    <message>
        <source>XMP was dropped: its position could not be taken out safely.</source>
        <translation>XMP 已丢弃：无法安全地去除其中的位置。</translation>
    </message>
    <message>
        <source>XMP was dropped: {format} holds at most {limit} bytes of it, not {n}.</source>
        <translation>XMP 已丢弃：{format} 最多容纳 {limit} 字节，而不是 {n} 字节。</translation>
    </message>
    <message>
        <source>The resolution of {dpi} dpi was dropped: {format} has no place for it.</source>
        <translation>打印分辨率 {dpi} dpi 已丢弃：{format} 不能保存它。</translation>
    </message>
    <message>
        <source>The resolution was dropped: it is not a sensible number.</source>
        <translation>打印分辨率已丢弃：数值不合理。</translation>
    </message>
    <message>
        <source>EXIF was dropped: a {format} file of this size has no place for it.</source>
        <translation>EXIF 已丢弃：这么大的 {format} 文件容纳不下它。</translation>
    </message>
    <message>
        <source>EXIF was dropped: {format} holds at most {limit} bytes of it, not {n}.</source>
        <translation>EXIF 已丢弃：{format} 最多容纳 {limit} 字节，而不是 {n} 字节。</translation>
    </message>
    <message>
        <source>EXIF was dropped: {fault}.</source>
        <translation>EXIF 已丢弃：{fault}。</translation>
    </message>
    <message>
        <source>Only the first of {n} pictures in the file was read.</source>
        <translation>文件中有 {n} 张图片，只读取了第一张。</translation>
    </message>
    <message>
        <source>Values that are not numbers were set to 0, infinite ones to 0 or 1.</source>
        <translation>无效数值已设为 0，无穷大的已设为 0 或 1。</translation>
    </message>
    <message>
        <source>It is named {suffix} but is a {format} file.</source>
        <translation>文件名以 {suffix} 结尾，但其实是 {format} 文件。</translation>
    </message>
    <message>
        <source>{n} extra channels of unknown meaning dropped.</source>
        <translation>已丢弃 {n} 个含义不明的额外通道。</translation>
    </message>
    <message>
        <source>{n} extra channel of unknown meaning dropped.</source>
        <translation>已丢弃 {n} 个含义不明的额外通道。</translation>
    </message>
    <message>
        <source>CIELAB converted to sRGB.</source>
        <translation>已将 CIELAB 转换为 sRGB。</translation>
    </message>
    <message>
        <source>YCbCr converted to RGB by BT.601.</source>
        <translation>已按 BT.601 将 YCbCr 转换为 RGB。</translation>
    </message>
    <message>
        <source>{n}-bit samples were read as 32-bit float.</source>
        <translation>{n} 位采样已按 32 位浮点读取。</translation>
    </message>
    <message>
        <source>CMYK was reduced to 8 bits for its conversion.</source>
        <translation>为了转换，CMYK 已降为 8 位。</translation>
    </message>
    <message>
        <source>There is no folder {path} of {what} pictures.</source>
        <translation>没有存放{what}图片的文件夹 {path}。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be read and is at least {side} pixels on each side.</source>
        <translation>{n} 张图片中，没有一张能读取且每边至少 {side} 像素。</translation>
    </message>
    <message>
        <source>None of the {n} pictures can be read.</source>
        <translation>{n} 张图片都无法读取。</translation>
    </message>
    <message>
        <source>None of the pictures can be read.</source>
        <translation>这些图片都无法读取。</translation>
    </message>
    <message>
        <source>Left out: {what}</source>
        <translation>已略过：{what}</translation>
    </message>
    <message>
        <source>{size} pixels, and {least} are needed.</source>
        <translation>{size} 像素，而需要 {least}。</translation>
    </message>
    <message>
        <source>{n} pictures are left to judge by, and 16 is the least.</source>
        <translation>只剩 {n} 张图片用于评判，至少需要 16 张。</translation>
    </message>
    <message>
        <source>conditioning = {kind} needs classes, and these pictures have no labels.</source>
        <translation>条件方式 {kind} 需要类别，而这些图片没有标签。</translation>
    </message>
    <message>
        <source>The penalty {name} takes the gradient of each picture alone, and batch normalisation mixes them.</source>
        <translation>惩罚项 {name} 要求逐张图片的梯度，而批归一化会把它们混在一起。</translation>
    </message>
    <message>
        <source>The recipe {name} reads no data.</source>
        <translation>训练方法 {name} 不读取数据。</translation>
    </message>
    <message>
        <source>Enlarging is learned from a folder of pictures, not from {name}.</source>
        <translation>放大要从图片文件夹学习，而不是从 {name}。</translation>
    </message>
    <message>
        <source>{finding} {n} returns did not help.</source>
        <translation>{finding} 回退 {n} 次也无济于事。</translation>
    </message>
    <message>
        <source>There is not enough memory for {n} pictures a step.</source>
        <translation>内存不足，无法每步处理 {n} 张图片。</translation>
    </message>
    <message>
        <source>There are no pictures to draw from.</source>
        <translation>没有可以抽取的图片。</translation>
    </message>
    <message>
        <source>Classes cannot be balanced: these pictures have none.</source>
        <translation>无法平衡类别：这些图片没有类别。</translation>
    </message>
    <message>
        <source>data.stacked makes three grey pictures the channels of one, so data.channels must be 3.</source>
        <translation>data.stacked 把三张灰度图作为一张图的通道，因此 data.channels 必须是 3。</translation>
    </message>
    <message>
        <source>data.class_counts has {n} numbers, and the data have {found} classes.</source>
        <translation>data.class_counts 有 {n} 个数，而数据有 {found} 个类别。</translation>
    </message>
    <message>
        <source>data.class_counts has a number below 0.</source>
        <translation>data.class_counts 中有小于 0 的数。</translation>
    </message>
    <message>
        <source>data.class_counts leaves no picture.</source>
        <translation>data.class_counts 没有留下任何图片。</translation>
    </message>
    <message>
        <source>The pictures need {n} GiB, and there is no folder to keep them in.</source>
        <translation>图片需要 {n} GiB，而没有存放它们的文件夹。</translation>
    </message>
    <message>
        <source>{name} cannot be read back.</source>
        <translation>无法重新读取 {name}。</translation>
    </message>
    <message>
        <source>There is no preset {name}.</source>
        <translation>没有名为 {name} 的预设。</translation>
    </message>
    <message>
        <source>{n} slices of a batch cannot be shared by {m} processes.</source>
        <translation>一批的 {n} 份无法由 {m} 个进程分担。</translation>
    </message>
    <message>
        <source>Another process of this run has ended.</source>
        <translation>这次训练的另一个进程已结束。</translation>
    </message>
    <message>
        <source>{name} is another network ({first}) than this run trains ({second}).</source>
        <translation>{name} 的网络（{first}）与这次训练的网络（{second}）不同。</translation>
    </message>
    <message>
        <source>Super-resolution trains in one process.</source>
        <translation>超分辨率只能在一个进程中训练。</translation>
    </message>
    <message>
        <source>network.arguments.scale must be a whole number, 2 to 8, for super-resolution.</source>
        <translation>超分辨率的 network.arguments.scale 必须是 2 到 8 的整数。</translation>
    </message>
    <message>
        <source>No picture is left to judge by, so nobody could say whether the model is any good.</source>
        <translation>没有留下用于评判的图片，因此无法判断模型好坏。</translation>
    </message>
    <message>
        <source>No picture is left to judge by.</source>
        <translation>没有留下用于评判的图片。</translation>
    </message>
    <message>
        <source>network.arguments: {error}</source>
        <translation>network.arguments：{error}</translation>
    </message>
    <message>
        <source>generator.arguments: {error}</source>
        <translation>generator.arguments：{error}</translation>
    </message>
    <message>
        <source>data.size: {error}</source>
        <translation>data.size：{error}</translation>
    </message>
    <message>
        <source>discriminator.arguments: {error}</source>
        <translation>discriminator.arguments：{error}</translation>
    </message>
    <message>
        <source>{section}.arguments: {error}</source>
        <translation>{section}.arguments：{error}</translation>
    </message>
    <message>
        <source>{path} lies in {folder}, so its previews would be learned from.</source>
        <translation>{path} 位于 {folder} 中，它的预览图会被当作训练图片。</translation>
    </message>
    <message>
        <source>{path} holds a run with another configuration ({changes}).</source>
        <translation>{path} 中有一次配置不同的训练（{changes}）。</translation>
    </message>
    <message>
        <source>{folder} holds no run.</source>
        <translation>{folder} 中没有训练。</translation>
    </message>
    <message>
        <source>{path} is not the configuration of a training run.</source>
        <translation>{path} 不是训练的配置文件。</translation>
    </message>
    <message>
        <source>{folder} is being trained already.</source>
        <translation>{folder} 已在训练中。</translation>
    </message>
    <message>
        <source>The training could not be started: {why}.</source>
        <translation>无法启动训练：{why}。</translation>
    </message>
    <message>
        <source>{name} is no batch of CIFAR-10: {why}.</source>
        <translation>{name} 不是 CIFAR-10 的数据：{why}。</translation>
    </message>
    <message>
        <source>it holds no table</source>
        <translation>其中没有数据表</translation>
    </message>
    <message>
        <source>its pictures are not rows of {n} bytes</source>
        <translation>图片不是每行 {n} 字节</translation>
    </message>
    <message>
        <source>its labels are no list of numbers</source>
        <translation>标签不是数字列表</translation>
    </message>
    <message>
        <source>its labels do not fit its pictures</source>
        <translation>标签与图片不符</translation>
    </message>
    <message>
        <source>Class {name} of {path} is none of those that are learned.</source>
        <translation>{path} 的类别 {name} 不在要学习的类别中。</translation>
    </message>
    <message>
        <source>{path} holds no class folders with pictures.</source>
        <translation>{path} 中没有含图片的类别文件夹。</translation>
    </message>
    <message>
        <source>{n} pictures lie in no class folder and are left out, e.g. {name}.</source>
        <translation>{n} 张图片不在任何类别文件夹中，已略过，例如 {name}。</translation>
    </message>
    <message>
        <source>torchvision cannot be loaded: {why}.</source>
        <translation>无法加载 torchvision：{why}。</translation>
    </message>
    <message>
        <source>it does not begin like an idx file of bytes</source>
        <translation>开头不像 idx 文件</translation>
    </message>
    <message>
        <source>it says an impossible size</source>
        <translation>给出的大小不可能</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>it should hold {wanted} bytes and holds {found}</source>
        <translation>应有 {wanted} 字节，实际有 {found} 字节</translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}.</source>
        <translation>无法使用 {path}：{why}。</translation>
    </message>
    <message>
        <source>meta.bin of {path} cannot be read: {why}.</source>
        <translation>无法读取 {path} 的 meta.bin：{why}。</translation>
    </message>
    <message>
        <source>{first} ({shape}) and {second} ({other}) do not belong together.</source>
        <translation>{first}（{shape}）与 {second}（{other}）不是一套。</translation>
    </message>
    <message>
        <source>{name} has a label {label}, and MNIST has ten classes, 0 to 9.</source>
        <translation>{name} 中有标签 {label}，而 MNIST 只有 0 到 9 十个类别。</translation>
    </message>
    <message>
        <source>The key {key} is in {name} and in an earlier shard.</source>
        <translation>键 {key} 在 {name} 中，也在更早的分片中。</translation>
    </message>
    <message>
        <source>There are no pictures in the shards of {path}.</source>
        <translation>{path} 的分片中没有图片。</translation>
    </message>
    <message>
        <source>{name} has no label, and other pictures have.</source>
        <translation>{name} 没有标签，而其他图片有。</translation>
    </message>
    <message>
        <source>There are no shards (*.tar) in {path}.</source>
        <translation>{path} 中没有分片（*.tar）。</translation>
    </message>
    <message>
        <source>{name} holds {key} twice as {kind}.</source>
        <translation>{name} 中有两个 {key}（{kind}）。</translation>
    </message>
    <message>
        <source>{key} of {name} claims {n} bytes, more than a picture here may have ({limit}).</source>
        <translation>{name} 的 {key} 声称有 {n} 字节，超过了图片的上限（{limit}）。</translation>
    </message>
    <message>
        <source>{name} holds two labels for {key}.</source>
        <translation>{name} 中 {key} 有两个标签。</translation>
    </message>
    <message>
        <source>{key} is too large for a label ({n} bytes).</source>
        <translation>{key} 作为标签太大（{n} 字节）。</translation>
    </message>
    <message>
        <source>{key} holds no label.</source>
        <translation>{key} 中没有标签。</translation>
    </message>
    <message>
        <source>{key} holds a label that is no number from 0 to {limit}.</source>
        <translation>{key} 的标签不是 0 到 {limit} 的数。</translation>
    </message>
    <message>
        <source>{file} of {path} names {n} classes, and {label} is a label.</source>
        <translation>{path} 的 {file} 列出 {n} 个类别，而有标签 {label}。</translation>
    </message>
    <message>
        <source>{file} of {path} cannot be read: {why}.</source>
        <translation>无法读取 {path} 的 {file}：{why}。</translation>
    </message>
    <message>
        <source>It is not said where the data are.</source>
        <translation>没有说明数据在哪里。</translation>
    </message>
    <message>
        <source>There are too few pictures to hold any out.</source>
        <translation>图片太少，无法留出一部分用于评判。</translation>
    </message>
    <message>
        <source>A header claims {n} bytes, which no header has.</source>
        <translation>有文件头声称 {n} 字节，这不可能。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} files.</source>
        <translation>{name} 包含超过 {limit} 个文件。</translation>
    </message>
    <message>
        <source>{name} holds a file whose name or size is impossible.</source>
        <translation>{name} 中有名称或大小不可能的文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read as a tar file: {why}.</source>
        <translation>无法按 tar 文件读取 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name} is damaged at byte {n}.</source>
        <translation>{name} 在第 {n} 字节处已损坏。</translation>
    </message>
    <message>
        <source>{name} is cut off: it ends in the middle.</source>
        <translation>{name} 不完整：在中途结束。</translation>
    </message>
    <message>
        <source>{name} is too large for what it should be.</source>
        <translation>{name} 太大，与它应有的内容不符。</translation>
    </message>
    <message>
        <source>Stop it and go on with one processor thread (in the settings), or end the others.</source>
        <translation>请停止它，在设置中改用一个处理器线程后继续，或者结束其他程序。</translation>
    </message>
    <message>
        <source>{set} could not be fetched into {path}: {why}.</source>
        <translation>无法把 {set} 下载到 {path}：{why}。</translation>
    </message>
    <message>
        <source>{set} is expected as {names} in {path}, but is not there.</source>
        <translation>{path} 中应有 {set} 的 {names}，但没有找到。</translation>
    </message>
    <message>
        <source>{name} asks for {call}, which no picture needs: it may be hostile.</source>
        <translation>{name} 要求执行图片不需要的操作（{call}）：它可能是恶意文件。</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>没有可写入的图片。</translation>
    </message>
    <message>
        <source>Left out of the shard: a link, a device or a file with holes, which is never followed.</source>
        <translation>已从分片中略过：链接、设备或稀疏文件，它们从不被跟随。</translation>
    </message>
    <message>
        <source>This checkpoint has format {found}, the program reads {known}.</source>
        <translation>这个检查点的格式是 {found}，程序能读取的是 {known}。</translation>
    </message>
    <message>
        <source>This checkpoint does not fit the configuration: {why}</source>
        <translation>这个检查点与配置不符：{why}</translation>
    </message>
    <message>
        <source>{path} is damaged or cut off.</source>
        <translation>{path} 已损坏或不完整。</translation>
    </message>
    <message>
        <source>No checkpoint in {path} can be used: {why}</source>
        <translation>{path} 中没有可用的检查点：{why}</translation>
    </message>
    <message>
        <source>Going back to the one before.</source>
        <translation>改用之前的一个。</translation>
    </message>
    <message>
        <source>The training pictures have changed since this run began; it goes on with the new ones.</source>
        <translation>训练图片在训练开始后发生了变化；将用新图片继续。</translation>
    </message>
    <message>
        <source>The discriminator is not compiled: {why}.</source>
        <translation>判别器未编译：{why}。</translation>
    </message>
    <message>
        <source>The {name} is not compiled: {why}.</source>
        <translation>{name} 未编译：{why}。</translation>
    </message>
    <message>
        <source>it failed in another process</source>
        <translation>它在另一个进程中失败了</translation>
    </message>
    <message>
        <source>the penalty {name} differentiates it twice, which compiled networks cannot do</source>
        <translation>惩罚项 {name} 需要二次求导，而编译后的网络做不到</translation>
    </message>
    <message>
        <source>there is one for each class, and how many pictures each gets differs from step to step</source>
        <translation>每个类别各有一个判别器，而每步分到的图片数不同</translation>
    </message>
    <message>
        <source>This run will not know the {n} classes of the pictures: conditioning=projection teaches them.</source>
        <translation>本次训练不会学习图片的 {n} 个类别：conditioning=projection 可让模型学会它们。</translation>
    </message>
    <message>
        <source>The {n} pictures are few and would be learned by heart: augment.kind=fixed varies them.</source>
        <translation>这 {n} 张图片太少，会被死记硬背：augment.kind=fixed 可让它们有所变化。</translation>
    </message>
    <message>
        <source>Other programs hold this training up: its {n} threads wait {share} of their time.</source>
        <translation>其他程序拖慢了这次训练：它的 {n} 个线程有 {share} 的时间在等待。</translation>
    </message>
    <message>
        <source>Few pictures judge the model ({n}): its score says little about others.</source>
        <translation>用于评判的图片很少（{n} 张）：分数说明不了太多。</translation>
    </message>
    <message>
        <source>Not published: it does not beat its start and {rivals} ({figures}). It can be used anyway.</source>
        <translation>未发布：它没有超过起点和对照 {rivals}（{figures}）。仍然可以使用它。</translation>
    </message>
    <message>
        <source>Published as {name}: better than its start and {rivals} ({figures}).</source>
        <translation>已发布为 {name}：优于起点和对照 {rivals}（{figures}）。</translation>
    </message>
    <message>
        <source>Published as {name}: WORSE than its start and {rivals} ({figures}).</source>
        <translation>已发布为 {name}：不如起点和对照 {rivals}（{figures}）。</translation>
    </message>
    <message>
        <source>The run ends here.</source>
        <translation>训练到此结束。</translation>
    </message>
    <message>
        <source>{n} returns did not help.</source>
        <translation>回退 {n} 次也无济于事。</translation>
    </message>
    <message>
        <source>Back to {images} images, {knob} times {factor} (now {value}).</source>
        <translation>回到第 {images} 张图片处，{knob} 乘以 {factor}（现为 {value}）。</translation>
    </message>
    <message>
        <source>The samples are spread over few classes: {value} of real pictures&apos; entropy.</source>
        <translation>样本集中在少数类别：类别熵只有真实图片的 {value}。</translation>
    </message>
    <message>
        <source>Only {share} of the classes are among the samples.</source>
        <translation>样本只覆盖了 {share} 的类别。</translation>
    </message>
    <message>
        <source>The samples are alike: they lie {value} times as far apart as real pictures.</source>
        <translation>样本彼此相似：相互距离只有真实图片的 {value} 倍。</translation>
    </message>
    <message>
        <source>Good samples of few kinds: density {density}, but coverage {coverage}.</source>
        <translation>样本不错但种类很少：密度 {density}，覆盖率只有 {coverage}。</translation>
    </message>
    <message>
        <source>The samples lost their variety: {metric} {value}, after {best} at its best.</source>
        <translation>样本失去了多样性：{metric} 为 {value}，最好时为 {best}。</translation>
    </message>
    <message>
        <source>Nothing is learned: FID {fid}, and {first} when the run began.</source>
        <translation>什么也没有学到：FID 为 {fid}，训练开始时为 {first}。</translation>
    </message>
    <message>
        <source>The discriminator knows every picture for sure, and the samples have not gained for {n} ticks: FID {fid}, {before} before.</source>
        <translation>判别器对每张图片都确信无疑，样本已有 {n} 次评估没有进步：FID 为 {fid}，之前为 {before}。</translation>
    </message>
    <message>
        <source>The discriminator is beyond all measure: mean logits {real} of real and {fake} of generated pictures, and they stay beyond {limit}.</source>
        <translation>判别器失去控制：真实图片的平均输出为 {real}，生成图片为 {fake}，一直超出 {limit}。</translation>
    </message>
    <message>
        <source>The discriminator knows every picture for sure, and nothing reaches the generator: its gradient is {gradient}, and was {before} when the run began.</source>
        <translation>判别器对每张图片都确信无疑，生成器学不到东西：其梯度为 {gradient}，训练开始时为 {before}。</translation>
    </message>
    <message>
        <source>The discriminator calls all pictures real or all generated, in {share} of the steps.</source>
        <translation>在 {share} 的步骤中，判别器把所有图片都判为真或都判为假。</translation>
    </message>
    <message>
        <source>The critic&apos;s scores of real and generated pictures are {size} apart and stay beyond {limit}: they explode.</source>
        <translation>评判器对真实图片和生成图片的评分相差 {size}，一直超出 {limit}：数值爆炸。</translation>
    </message>
    <message>
        <source>The losses reach {size} and stay beyond {limit}: they explode.</source>
        <translation>损失达到 {size}，一直超出 {limit}：数值爆炸。</translation>
    </message>
    <message>
        <source>The samples got worse again: FID {fid}, after {best} at its best.</source>
        <translation>样本又变差了：FID 为 {fid}，最好时为 {best}。</translation>
    </message>
    <message>
        <source>{share} more of the samples&apos; pixels than of real ones are at the extremes.</source>
        <translation>与真实图片相比，样本多出 {share} 的像素处于极端值。</translation>
    </message>
    <message>
        <source>{n} steps in a row gave no finite {what}.</source>
        <translation>连续 {n} 步没有得到有限的{what}。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss of the generator</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>loss of the discriminator</source>
        <translation>判别器损失</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient of the generator</source>
        <translation>生成器梯度</translation>
    </message>
    <message>
        <source>gradient of the discriminator</source>
        <translation>判别器梯度</translation>
    </message>
    <message>
        <source>The samples cannot be judged: their {metric} is {value}.</source>
        <translation>无法评判样本：{metric} 为 {value}。</translation>
    </message>
    <message>
        <source>Augmentation leaks: by their {name}, samples look like augmented pictures rather than like real ones ({value}, where 0.5 is like real ones and 1 like augmented ones).</source>
        <translation>数据增强发生泄漏：从 {name} 来看，样本更像增强后的图片而不是真实图片（{value}；0.5 为像真实图片，1 为像增强后的图片）。</translation>
    </message>
    <message>
        <source>{n} ticks without a better {metric} than {best}, and a lower learning rate did not help.</source>
        <translation>已有 {n} 次评估没有比 {best} 更好的 {metric}，降低学习率也无济于事。</translation>
    </message>
    <message>
        <source>{n} ticks without a better {metric} than {best}.</source>
        <translation>已有 {n} 次评估没有比 {best} 更好的 {metric}。</translation>
    </message>
    <message>
        <source>lr</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>discriminator_lr</source>
        <translation>判别器学习率</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>惩罚项</translation>
    </message>
    <message>
        <source>augment</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>截断范围</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>modes</source>
        <translation>模式数</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>{metric} {value} against {data}, noise {other}</source>
        <translation>{metric} {value}，对照 {data}，噪声为 {other}</translation>
    </message>
    <message>
        <source>{metric} {value} on {data}, bicubic {other}</source>
        <translation>{metric} {value}，数据 {data}，双三次为 {other}</translation>
    </message>
    <message>
        <source>fid</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>kid</source>
        <translation>KID</translation>
    </message>
    <message>
        <source>{path} is larger than a configuration can be (1 MB).</source>
        <translation>{path} 太大，不可能是配置文件（上限 1 MB）。</translation>
    </message>
    <message>
        <source>{where} is not valid TOML: {error}.</source>
        <translation>{where} 不是有效的 TOML：{error}。</translation>
    </message>
    <message>
        <source>{text} is not of the form name=value.</source>
        <translation>{text} 不是 name=value 的形式。</translation>
    </message>
    <message>
        <source>{name}: {key} is a value, not a section.</source>
        <translation>{name}：{key} 是数值，不是一节。</translation>
    </message>
    <message>
        <source>{where}: there is no setting {name}.</source>
        <translation>{where}：没有设置项 {name}。</translation>
    </message>
    <message>
        <source>{where}: {name}: {error}</source>
        <translation>{where}：{name}：{error}</translation>
    </message>
    <message>
        <source>{where}: {error}</source>
        <translation>{where}：{error}</translation>
    </message>
    <message>
        <source>There is no {noun} {name}.</source>
        <translation>没有名为 {name} 的{noun}。</translation>
    </message>
    <message>
        <source>the configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>the job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>picture format</source>
        <translation>图片格式</translation>
    </message>
    <message>
        <source>job runner</source>
        <translation>任务类型</translation>
    </message>
    <message>
        <source>data source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>adversarial loss</source>
        <translation>对抗损失</translation>
    </message>
    <message>
        <source>monitor</source>
        <translation>监测</translation>
    </message>
    <message>
        <source>Input should be greater than {limit}</source>
        <translation>应大于 {limit}</translation>
    </message>
    <message>
        <source>Input should be greater than or equal to {limit}</source>
        <translation>应大于或等于 {limit}</translation>
    </message>
    <message>
        <source>Input should be less than {limit}</source>
        <translation>应小于 {limit}</translation>
    </message>
    <message>
        <source>Input should be less than or equal to {limit}</source>
        <translation>应小于或等于 {limit}</translation>
    </message>
    <message>
        <source>Input should be a valid integer</source>
        <translation>应为整数</translation>
    </message>
    <message>
        <source>Input should be a valid number</source>
        <translation>应为数字</translation>
    </message>
    <message>
        <source>Input should be a finite number</source>
        <translation>应为有限的数字</translation>
    </message>
    <message>
        <source>Input should be a valid boolean</source>
        <translation>应为是或否</translation>
    </message>
    <message>
        <source>Input should be a valid string</source>
        <translation>应为文字</translation>
    </message>
    <message>
        <source>Input should be a valid array</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>Input should be a valid tuple</source>
        <translation>应为列表</translation>
    </message>
    <message>
        <source>Input should be an object</source>
        <translation>应为一节设置</translation>
    </message>
    <message>
        <source>Input should be {choices}</source>
        <translation>应为 {choices}</translation>
    </message>
    <message>
        <source>Field required</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>List should have at least {n} item after validation, not {found}</source>
        <translation>至少需要 {n} 项，而不是 {found} 项</translation>
    </message>
    <message>
        <source>List should have at least {n} items after validation, not {found}</source>
        <translation>至少需要 {n} 项，而不是 {found} 项</translation>
    </message>
    <message>
        <source>Tuple should have at least {n} item after validation, not {found}</source>
        <translation>至少需要 {n} 项，而不是 {found} 项</translation>
    </message>
    <message>
        <source>Tuple should have at least {n} items after validation, not {found}</source>
        <translation>至少需要 {n} 项，而不是 {found} 项</translation>
    </message>
    <message>
        <source>String should have at least {n} character</source>
        <translation>至少需要 {n} 个字符</translation>
    </message>
    <message>
        <source>String should match pattern {pattern}</source>
        <translation>应符合格式 {pattern}</translation>
    </message>
    <message>
        <source>there is no adversarial loss {name}; known: {names}</source>
        <translation>没有名为 {name} 的对抗损失；可用的有：{names}</translation>
    </message>
    <message>
        <source>there is no penalty {name}; known: {names}</source>
        <translation>没有名为 {name} 的惩罚项；可用的有：{names}</translation>
    </message>
    <message>
        <source>the penalty {name} is there twice</source>
        <translation>惩罚项 {name} 出现了两次</translation>
    </message>
    <message>
        <source>a Wasserstein critic must be kept Lipschitz, or its score grows without bound; add a penalty (gradient, clip, r1) or discriminator.arguments.spectral=true</source>
        <translation>Wasserstein 评判器必须保持 Lipschitz 条件，否则评分会无限增大；请添加惩罚项（gradient、clip、r1）或设置 discriminator.arguments.spectral=true</translation>
    </message>
    <message>
        <source>clipped weights belong to the Wasserstein critic; with {loss} they only weaken it</source>
        <translation>截断权重属于 Wasserstein 评判器；与 {loss} 一起只会削弱它</translation>
    </message>
    <message>
        <source>spectral norm bounds the weights already; clipping them as well leaves nothing to learn with</source>
        <translation>谱归一化已限制了权重；再截断就学不到东西</translation>
    </message>
    <message>
        <source>clipping and gradient penalty are two answers to the same question; choose one</source>
        <translation>截断与梯度惩罚作用相同；请二选一</translation>
    </message>
    <message>
        <source>the penalty {name} takes the gradient of each picture alone, and batch normalisation mixes them; set discriminator.arguments.norm to none or layer</source>
        <translation>惩罚项 {name} 要求逐张图片的梯度，而批归一化会把它们混在一起；请把 discriminator.arguments.norm 设为 none 或 layer</translation>
    </message>
    <message>
        <source>one discriminator per class sees few pictures a step, too few for batch normalisation; set discriminator.arguments.norm to none or layer</source>
        <translation>每个类别一个判别器时，每步图片太少，不适合批归一化；请把 discriminator.arguments.norm 设为 none 或 layer</translation>
    </message>
    <message>
        <source>stacked pictures have 3 channels and no classes</source>
        <translation>叠加图片有 3 个通道，且没有类别</translation>
    </message>
    <message>
        <source>pictures that wrap need networks that do: set {section}.arguments.wrap=true</source>
        <translation>首尾相接的图片需要相应的网络：请设置 {section}.arguments.wrap=true</translation>
    </message>
    <message>
        <source>a batch of {n} cannot be cut into {m} equal slices</source>
        <translation>{n} 张一批无法均分为 {m} 份</translation>
    </message>
    <message>
        <source>batch normalisation needs at least 2 pictures a slice</source>
        <translation>批归一化要求每份至少 2 张图片</translation>
    </message>
    <message>
        <source>adaptive augmentation reads the sign of single logits, which mean nothing alone under {loss}; set augment.kind = &quot;fixed&quot;</source>
        <translation>自适应增强要读取单个输出的符号，而在 {loss} 下它没有意义；请设置 augment.kind = &quot;fixed&quot;</translation>
    </message>
    <message>
        <source>augment.start is above augment.clamp</source>
        <translation>augment.start 高于 augment.clamp</translation>
    </message>
    <message>
        <source>augment.probability is of fixed augmentation; what adapts begins at augment.start</source>
        <translation>augment.probability 用于固定增强；自适应增强从 augment.start 开始</translation>
    </message>
    <message>
        <source>grey pictures have no {name} to augment</source>
        <translation>灰度图片没有可增强的 {name}</translation>
    </message>
    <message>
        <source>{section}.arguments.{name} follows from latent, data and conditioning; leave it out</source>
        <translation>{section}.arguments.{name} 由潜变量、数据和条件方式决定；请不要填写</translation>
    </message>
    <message>
        <source>a warm-up of {n} images is longer than the run ({budget})</source>
        <translation>预热的 {n} 张图片超过了整个训练（{budget}）</translation>
    </message>
    <message>
        <source>at least one loss is needed</source>
        <translation>至少需要一个损失</translation>
    </message>
    <message>
        <source>size is height and width in pixels, not {size}</source>
        <translation>size 是以像素计的高和宽，而不是 {size}</translation>
    </message>
    <message>
        <source>{size} is too small for this network: no side may be below {n}</source>
        <translation>{size} 对这个网络太小：每边不得小于 {n}</translation>
    </message>
    <message>
        <source>{size} cannot be halved {n} times; {below} and {above} can</source>
        <translation>{size} 无法减半 {n} 次；{below} 和 {above} 可以</translation>
    </message>
    <message>
        <source>width is {n}; it must be at least 1</source>
        <translation>width 是 {n}；它至少为 1</translation>
    </message>
    <message>
        <source>Models are .safetensors files written by this program.</source>
        <translation>模型是由本程序写入的 .safetensors 文件。</translation>
    </message>
    <message>
        <source>It looks like a PyTorch or zip file; only safetensors files with a card are opened.</source>
        <translation>它像是 PyTorch 或 zip 文件；只打开带模型卡的 safetensors 文件。</translation>
    </message>
    <message>
        <source>It looks like a pickle, which can run code; it is never opened.</source>
        <translation>它像是可以运行代码的 pickle 文件；本程序从不打开这类文件。</translation>
    </message>
    <message>
        <source>Is it a foreign model?</source>
        <translation>它是否是其他程序的模型？</translation>
    </message>
    <message>
        <source>Is its file damaged?</source>
        <translation>它的文件是否已损坏？</translation>
    </message>
    <message>
        <source>Copy it again from its source.</source>
        <translation>请从来源重新复制。</translation>
    </message>
    <message>
        <source>It may need a newer version of the program.</source>
        <translation>它可能需要更新版本的程序。</translation>
    </message>
    <message>
        <source>Leave the class out.</source>
        <translation>请不要指定类别。</translation>
    </message>
    <message>
        <source>Choose no class.</source>
        <translation>请不要选择类别。</translation>
    </message>
    <message>
        <source>Do not sort them into folders by class.</source>
        <translation>请不要按类别分文件夹。</translation>
    </message>
    <message>
        <source>It has {names}; or give a number below {n}.</source>
        <translation>可用的有 {names}；或给出小于 {n} 的编号。</translation>
    </message>
    <message>
        <source>Classes: {names}.</source>
        <translation>类别：{names}。</translation>
    </message>
    <message>
        <source>Make pictures with it instead of giving it one.</source>
        <translation>请用它生成图片，而不是处理图片。</translation>
    </message>
    <message>
        <source>The page Models shows what each model does.</source>
        <translation>“模型”页面列出每个模型的用途。</translation>
    </message>
    <message>
        <source>Train one on the page Train.</source>
        <translation>请在“训练”页面训练一个。</translation>
    </message>
    <message>
        <source>These do: {names}.</source>
        <translation>可以的有：{names}。</translation>
    </message>
    <message>
        <source>Was it made with another model?</source>
        <translation>是否由另一个模型生成？</translation>
    </message>
    <message>
        <source>It names {model}, sha256 {hash}.</source>
        <translation>其中写的是 {model}，SHA-256 {hash}。</translation>
    </message>
    <message>
        <source>Only pictures that Enhancer generated do, as long as their metadata is kept.</source>
        <translation>只有 Enhancer 生成且保留元数据的图片才有。</translation>
    </message>
    <message>
        <source>Make it again, or choose a folder of real pictures.</source>
        <translation>请重新制作，或选择一个真实图片的文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder of real pictures, or do not draw again.</source>
        <translation>请选择一个真实图片的文件夹，或不重抽。</translation>
    </message>
    <message>
        <source>Choose a folder of real ones.</source>
        <translation>请选择真实图片的文件夹。</translation>
    </message>
    <message>
        <source>At least {n} are needed.</source>
        <translation>至少需要 {n} 张。</translation>
    </message>
    <message>
        <source>Choose fewer pictures at once.</source>
        <translation>请减少同时生成的张数。</translation>
    </message>
    <message>
        <source>Use a number above 0, up to 1.</source>
        <translation>请使用大于 0、不超过 1 的数。</translation>
    </message>
    <message>
        <source>Use auto, or a number of pixels like 256.</source>
        <translation>请使用自动，或 256 这样的像素数。</translation>
    </message>
    <message>
        <source>Use at least {n}.</source>
        <translation>请至少使用 {n}。</translation>
    </message>
    <message>
        <source>Use auto, exact, low or off.</source>
        <translation>可以使用自动、精确、低或关闭。</translation>
    </message>
    <message>
        <source>Let the tiles be chosen automatically.</source>
        <translation>请让程序自动选择分块。</translation>
    </message>
    <message>
        <source>Remove the plan to make a new one.</source>
        <translation>请移除该方案以重新制作。</translation>
    </message>
    <message>
        <source>Choose the fidelity low or off.</source>
        <translation>请选择低保真或关闭保真。</translation>
    </message>
    <message>
        <source>Use fit={size} to keep all of it, or fill={other} to cut.</source>
        <translation>用 fit={size} 保留全部，或用 fill={other} 裁切。</translation>
    </message>
    <message>
        <source>The limit is {n} a side.</source>
        <translation>每边上限为 {n}。</translation>
    </message>
    <message>
        <source>It must be more than 0 and at most {n}.</source>
        <translation>必须大于 0 且不超过 {n}。</translation>
    </message>
    <message>
        <source>It must be 1 to {n}.</source>
        <translation>必须在 1 到 {n} 之间。</translation>
    </message>
    <message>
        <source>Write x2.5, 3840w, 2160h, long=4000, short=1080, fit=1920x1080 or fill=1920x1080.</source>
        <translation>请写成 x2.5、3840w、2160h、long=4000、short=1080、fit=1920x1080 或 fill=1920x1080。</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>Ask for one picture or more.</source>
        <translation>请至少生成一张图片。</translation>
    </message>
    <message>
        <source>Ask for fewer pictures.</source>
        <translation>请减少图片数量。</translation>
    </message>
    <message>
        <source>See the numbers of pictures and frames.</source>
        <translation>请检查图片数和帧数。</translation>
    </message>
    <message>
        <source>A film goes through the seeds in turn.</source>
        <translation>影片依次经过各个种子。</translation>
    </message>
    <message>
        <source>Choose one first.</source>
        <translation>请先选择一张。</translation>
    </message>
    <message>
        <source>Switch drawing again on.</source>
        <translation>请启用重抽。</translation>
    </message>
    <message>
        <source>Leave out its ending.</source>
        <translation>请去掉它的扩展名。</translation>
    </message>
    <message>
        <source>Allow more candidates.</source>
        <translation>请允许更多候选。</translation>
    </message>
    <message>
        <source>Choose the processor, or automatic.</source>
        <translation>请选择处理器或自动。</translation>
    </message>
    <message>
        <source>Use auto, cpu, cuda, cuda:N, mps or xpu.</source>
        <translation>可以使用 auto、cpu、cuda、cuda:N、mps 或 xpu。</translation>
    </message>
    <message>
        <source>Use {first} to {last}.</source>
        <translation>可以使用 {first} 到 {last}。</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>是否指 {name}？</translation>
    </message>
    <message>
        <source>Known: {names}.</source>
        <translation>可用的有：{names}。</translation>
    </message>
    <message>
        <source>Was it made by a newer program?</source>
        <translation>是否由更新的程序制作？</translation>
    </message>
    <message>
        <source>Is it the right file?</source>
        <translation>文件是否选对了？</translation>
    </message>
    <message>
        <source>Install it with: {command}; or use the features `photos`.</source>
        <translation>安装命令：{command}；或改用特征 photos。</translation>
    </message>
    <message>
        <source>Put them there, or use the features `photos`.</source>
        <translation>请把它们放到那里，或改用特征 photos。</translation>
    </message>
    <message>
        <source>Lower {name}, or set precision = &quot;fp32&quot;.</source>
        <translation>请降低 {name}，或设置 precision = &quot;fp32&quot;。</translation>
    </message>
    <message>
        <source>Change {knob}.</source>
        <translation>请调整{knob}。</translation>
    </message>
    <message>
        <source>Choose the folder that holds your pictures.</source>
        <translation>请选择存放图片的文件夹。</translation>
    </message>
    <message>
        <source>Choose the one that holds your pictures.</source>
        <translation>请选择存放图片的文件夹。</translation>
    </message>
    <message>
        <source>Use larger pictures or a smaller data.patch.</source>
        <translation>请使用更大的图片，或更小的 data.patch。</translation>
    </message>
    <message>
        <source>Add pictures, raise data.hold_out, or name others with data.validation.</source>
        <translation>请添加图片、提高 data.hold_out，或用 data.validation 指定其他图片。</translation>
    </message>
    <message>
        <source>Add pictures, hold some out with data.hold_out, or name others with data.validation.</source>
        <translation>请添加图片，用 data.hold_out 留出一部分，或用 data.validation 指定其他图片。</translation>
    </message>
    <message>
        <source>Hold some out with data.hold_out, or name others with data.validation.</source>
        <translation>请用 data.hold_out 留出一部分，或用 data.validation 指定其他图片。</translation>
    </message>
    <message>
        <source>Add some, or name others with data.validation.</source>
        <translation>请添加图片，或用 data.validation 指定其他图片。</translation>
    </message>
    <message>
        <source>Use a source with classes, or conditioning = &quot;none&quot;.</source>
        <translation>请使用带类别的数据，或设置 conditioning = &quot;none&quot;。</translation>
    </message>
    <message>
        <source>Set discriminator.arguments.norm to none or layer.</source>
        <translation>请把 discriminator.arguments.norm 设为 none 或 layer。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation>请选择图片文件夹。</translation>
    </message>
    <message>
        <source>Name some with data.path.</source>
        <translation>请用 data.path 指定。</translation>
    </message>
    <message>
        <source>Set data.balance=false.</source>
        <translation>请设置 data.balance=false。</translation>
    </message>
    <message>
        <source>The details name each.</source>
        <translation>详情中列出了每一张。</translation>
    </message>
    <message>
        <source>Use fewer with data.per_class, or a smaller data.size.</source>
        <translation>请用 data.per_class 减少图片，或使用更小的 data.size。</translation>
    </message>
    <message>
        <source>Set slices to a multiple of {n} that divides the batch.</source>
        <translation>请把 slices 设为能整除批大小的 {n} 的倍数。</translation>
    </message>
    <message>
        <source>Start all of them again: the run goes on from its last checkpoint.</source>
        <translation>请全部重新启动：训练会从最后的检查点继续。</translation>
    </message>
    <message>
        <source>Use its preset, or set generator.arguments to the same.</source>
        <translation>请使用它的预设，或把 generator.arguments 设为相同。</translation>
    </message>
    <message>
        <source>Use its preset, or set network.arguments to the same.</source>
        <translation>请使用它的预设，或把 network.arguments 设为相同。</translation>
    </message>
    <message>
        <source>Start it without torchrun.</source>
        <translation>请不要用 torchrun 启动。</translation>
    </message>
    <message>
        <source>Lower batch, raise slices, or use smaller networks, in a new run folder.</source>
        <translation>请降低 batch、提高 slices 或使用更小的网络，并换一个新的训练文件夹。</translation>
    </message>
    <message>
        <source>Lower batch or data.patch, in a new run folder.</source>
        <translation>请降低 batch 或 data.patch，并换一个新的训练文件夹。</translation>
    </message>
    <message>
        <source>Choose a run folder outside of the pictures.</source>
        <translation>请选择图片文件夹以外的训练文件夹。</translation>
    </message>
    <message>
        <source>Use the same settings to go on with it, or another folder.</source>
        <translation>请用相同的设置继续，或换一个文件夹。</translation>
    </message>
    <message>
        <source>Start in a new folder, or remove the checkpoints to start over.</source>
        <translation>请换一个新文件夹，或移除检查点重新开始。</translation>
    </message>
    <message>
        <source>Remove it, or add its folder to data.path.</source>
        <translation>请移除它，或把它的文件夹加入 data.path。</translation>
    </message>
    <message>
        <source>Choose the one that holds the class folders.</source>
        <translation>请选择存放类别文件夹的文件夹。</translation>
    </message>
    <message>
        <source>One sub-folder a class is meant; use data.source=&apos;folder&apos; for pictures without classes.</source>
        <translation>每个类别应有一个子文件夹；没有类别的图片请用 data.source=&apos;folder&apos;。</translation>
    </message>
    <message>
        <source>Check the connection and the folder, or put the files there yourself.</source>
        <translation>请检查网络和文件夹，或自行放入文件。</translation>
    </message>
    <message>
        <source>Install the release that belongs to the installed torch.</source>
        <translation>请安装与 torch 对应的版本。</translation>
    </message>
    <message>
        <source>KEY.png or KEY.jpg is meant.</source>
        <translation>应为 KEY.png 或 KEY.jpg。</translation>
    </message>
    <message>
        <source>Label all of them, or none.</source>
        <translation>请全部加标签，或全部不加。</translation>
    </message>
    <message>
        <source>Choose their folder, or one file.</source>
        <translation>请选择它们的文件夹或其中一个文件。</translation>
    </message>
    <message>
        <source>Give each its own key.</source>
        <translation>请给每个不同的键。</translation>
    </message>
    <message>
        <source>A whole number is meant, 0 or more.</source>
        <translation>应为大于等于 0 的整数。</translation>
    </message>
    <message>
        <source>Choose their folder.</source>
        <translation>请选择它们的文件夹。</translation>
    </message>
    <message>
        <source>Put them there.</source>
        <translation>请把它们放到那里。</translation>
    </message>
    <message>
        <source>Put them there, or let them be fetched with data.download=true.</source>
        <translation>请把它们放到那里，或用 data.download=true 下载。</translation>
    </message>
    <message>
        <source>Get it from image-net.org with an account of yours; it cannot be fetched by data.download.</source>
        <translation>请用您的帐户从 image-net.org 获取；无法自动下载。</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>请移除它。</translation>
    </message>
    <message>
        <source>Do not open it with other programs; get the data from their publisher.</source>
        <translation>不要用其他程序打开它；请从发布者处获取数据。</translation>
    </message>
    <message>
        <source>The page Train lists your runs.</source>
        <translation>“训练”页面列出您的训练。</translation>
    </message>
    <message>
        <source>Enlarges clean photos 2 times, faithfully: no invented texture.</source>
        <translation>将清晰照片保真放大 2 倍：不虚构纹理。</translation>
    </message>
    <message>
        <source>Enlarges clean photos 4 times, faithfully: no invented texture.</source>
        <translation>将清晰照片保真放大 4 倍：不虚构纹理。</translation>
    </message>
    <message>
        <source>A small x2 enlarger, trained in minutes.</source>
        <translation>几分钟训练出的 2 倍放大小模型。</translation>
    </message>
    <message>
        <source>Handwritten digits, 32x32 grey, by class.</source>
        <translation>手写数字，32x32 灰度，可选类别。</translation>
    </message>
    <message>
        <source>Judges whether a generated digit shows its label; shares nothing with features-digits.</source>
        <translation>判断生成的数字是否符合标签；与 features-digits 互不相干。</translation>
    </message>
    <message>
        <source>Features of digits for FID, KID, precision and recall: 84 values a picture.</source>
        <translation>数字图片的特征，用于 FID、KID、精确率和召回率：每张图片 84 个值。</translation>
    </message>
    <message>
        <source>Features of photos, and a distance that orders distortions much as LPIPS does.</source>
        <translation>照片的特征，以及对失真的排序与 LPIPS 相近的距离。</translation>
    </message>
    <message>
        <source>A convolutional generator.</source>
        <translation>卷积生成器。</translation>
    </message>
    <message>
        <source>A convolutional generator, trained with relativistic pairing.</source>
        <translation>卷积生成器，以相对配对方式训练。</translation>
    </message>
    <message>
        <source>A convolutional generator, trained with least squares.</source>
        <translation>卷积生成器，以最小二乘方式训练。</translation>
    </message>
    <message>
        <source>A convolutional generator, trained against a critic with a gradient penalty.</source>
        <translation>卷积生成器，与带梯度惩罚的评判器对抗训练。</translation>
    </message>
    <message>
        <source>A convolutional generator, trained against a critic with clipped weights.</source>
        <translation>卷积生成器，与截断权重的评判器对抗训练。</translation>
    </message>
    <message>
        <source>A generator of dense layers.</source>
        <translation>全连接层生成器。</translation>
    </message>
    <message>
        <source>A normalisation-free residual generator.</source>
        <translation>无归一化的残差生成器。</translation>
    </message>
    <message>
        <source>A residual generator.</source>
        <translation>残差生成器。</translation>
    </message>
    <message>
        <source>A residual generator, trained against a spectrally normalised discriminator.</source>
        <translation>残差生成器，与谱归一化的判别器对抗训练。</translation>
    </message>
    <message>
        <source>MNIST (LeCun, Cortes, Burges), training part</source>
        <translation>MNIST（LeCun、Cortes、Burges）的训练部分</translation>
    </message>
    <message>
        <source>{n} photographs: CC0, public domain, and the Unsplash and Pexels licences</source>
        <translation>{n} 张照片：CC0、公有领域以及 Unsplash 和 Pexels 许可</translation>
    </message>
    <message>
        <source>held-out pictures</source>
        <translation>留出的图片</translation>
    </message>
    <message>
        <source>{n} held-out pictures</source>
        <translation>{n} 张留出的图片</translation>
    </message>
    <message>
        <source>crops of held-out photos, distorted in six ways</source>
        <translation>留出照片的裁块，以六种方式失真</translation>
    </message>
    <message>
        <source>{set} test part, {n} pictures</source>
        <translation>{set} 的测试部分，{n} 张图片</translation>
    </message>
    <message>
        <source>rank correlation of distances</source>
        <translation>距离的秩相关</translation>
    </message>
    <message>
        <source>Y of BT.601, 8 bit, border of the scale left out, mean over pictures</source>
        <translation>BT.601 的 Y 分量，8 位，去掉倍数宽的边框，取各图平均</translation>
    </message>
    <message>
        <source>grey, 28x28 padded with black to 32x32; last average of the weights, none selected</source>
        <translation>灰度，28x28 以黑色补到 32x32；取最后的权重平均，不作挑选</translation>
    </message>
    <message>
        <source>Spearman, LPIPS 0.1 on SqueezeNet, 64x64; last average, none selected</source>
        <translation>Spearman，SqueezeNet 上的 LPIPS 0.1，64x64；取最后的平均，不作挑选</translation>
    </message>
    <message>
        <source>{features} (sha256 {hash}), {n} features at {size}, slightly smaller ones padded with black, others antialiased bilinear, grey by BT.601, RGBA on white; whitened on {reals} real ones ({other}); {fakes} against {held} held-out, k = {k}, KID of {subsets} subsets of {each}</source>
        <translation>{features}（SHA-256 {hash}），{size} 下 {n} 个特征，略小的以黑色补齐，其余用抗锯齿双线性缩放，灰度按 BT.601，透明衬白；在 {reals} 张真实图片上白化（{other}）；{fakes} 张对 {held} 张留出的图片，k = {k}，KID 取 {subsets} 个 {each} 张的子集</translation>
    </message>
    <message>
        <source>of the model</source>
        <translation>模型的名称</translation>
    </message>
    <message>
        <source>of the weights, SPDX</source>
        <translation>权重的许可，SPDX</translation>
    </message>
    <message>
        <source>what the data are, and under which terms</source>
        <translation>数据是什么，以什么条款使用</translation>
    </message>
    <message>
        <source>images (crops) to train on in all</source>
        <translation>训练图片（裁块）总数</translation>
    </message>
    <message>
        <source>images between evaluations and checkpoints</source>
        <translation>两次评估和存档之间的图片数</translation>
    </message>
    <message>
        <source>returns to the last checkpoint before giving up</source>
        <translation>放弃之前回退到检查点的次数</translation>
    </message>
    <message>
        <source>adam, adamw</source>
        <translation>用于 adam、adamw</translation>
    </message>
    <message>
        <source>rmsprop, sgd</source>
        <translation>用于 rmsprop、sgd</translation>
    </message>
    <message>
        <source>largest norm of the gradient, 0 for none</source>
        <translation>梯度范数上限，0 为不限</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图片数</translation>
    </message>
    <message>
        <source>images; 0 turns it off</source>
        <translation>图片数；0 为关闭</translation>
    </message>
    <message>
        <source>half-life is at most this share of the images seen</source>
        <translation>半衰期最多占已学图片数的比例</translation>
    </message>
    <message>
        <source>weight at the end of the budget; None: the same</source>
        <translation>训练结束时的权重；不填则不变</translation>
    </message>
    <message>
        <source>steps; the weight is multiplied by it, so the mean is the same</source>
        <translation>步数；权重乘以它，平均不变</translation>
    </message>
    <message>
        <source>updates for each of the generator&apos;s</source>
        <translation>生成器每更新一次，它更新的次数</translation>
    </message>
    <message>
        <source>the generator learns from the samples its discriminator saw last: one pass less</source>
        <translation>生成器用判别器刚看过的样本学习：少一次计算</translation>
    </message>
    <message>
        <source>equal parts of a batch: passed in turn, or shared by ranks</source>
        <translation>一批均分的份数：依次处理，或由各进程分担</translation>
    </message>
    <message>
        <source>torch.compile where it works here</source>
        <translation>可用时使用 torch.compile</translation>
    </message>
    <message>
        <source>registered source: folder, classes, mnist, cifar10, ...</source>
        <translation>数据来源：folder、classes、mnist、cifar10 等...</translation>
    </message>
    <message>
        <source>folder or file that the source reads</source>
        <translation>数据来源读取的文件夹或文件</translation>
    </message>
    <message>
        <source>pictures that only judge; empty: the source&apos;s own test part</source>
        <translation>只用于评判的图片；留空则用来源自带的测试部分</translation>
    </message>
    <message>
        <source>share that only judges, without a test part</source>
        <translation>没有测试部分时，只用于评判的比例</translation>
    </message>
    <message>
        <source>height and width</source>
        <translation>高和宽</translation>
    </message>
    <message>
        <source>at most so many pictures of each class, 0 for all</source>
        <translation>每个类别最多用这么多图片，0 为全部</translation>
    </message>
    <message>
        <source>at most so many pictures, class by class</source>
        <translation>各类别分别最多用这么多图片</translation>
    </message>
    <message>
        <source>draw classes equally often, however many pictures they have</source>
        <translation>无论图片多少，各类别抽取次数相同</translation>
    </message>
    <message>
        <source>mirrors that leave a picture plausible; none are assumed</source>
        <translation>不影响图片合理性的镜像；默认没有</translation>
    </message>
    <message>
        <source>pictures tile: they are also shown shifted by any amount</source>
        <translation>图片首尾相接：也会平移任意距离后展示</translation>
    </message>
    <message>
        <source>three grey pictures become the channels of one (1,000 modes)</source>
        <translation>三张灰度图组成一张图的通道（1,000 种模式）</translation>
    </message>
    <message>
        <source>let the source fetch what is missing; never without this</source>
        <translation>允许下载缺少的数据；否则从不下载</translation>
    </message>
    <message>
        <source>fixed: of each operation</source>
        <translation>固定：每种操作的概率</translation>
    </message>
    <message>
        <source>adaptive: probability of each operation at the start</source>
        <translation>自适应：每种操作的起始概率</translation>
    </message>
    <message>
        <source>adaptive: mean sign of the discriminator on real ones</source>
        <translation>自适应：判别器对真实图片的平均符号</translation>
    </message>
    <message>
        <source>adaptive: images in which the probability can rise by 1</source>
        <translation>自适应：概率升高 1 所需的图片数</translation>
    </message>
    <message>
        <source>adaptive: the highest probability</source>
        <translation>自适应：概率上限</translation>
    </message>
    <message>
        <source>generated pictures, against as many held-out ones</source>
        <translation>生成图片的数量，与同样多的留出图片相比</translation>
    </message>
    <message>
        <source>feature network by name: digits, photos, inception; auto fits</source>
        <translation>特征网络的名称：digits、photos、inception；auto 自动选择</translation>
    </message>
    <message>
        <source>return to a checkpoint and turn one knob; else only report</source>
        <translation>回退到检查点并调整一项；否则只报告</translation>
    </message>
    <message>
        <source>plateau: ticks without a better score</source>
        <translation>停滞：没有更好分数的评估次数</translation>
    </message>
    <message>
        <source>folder of good pictures, searched with its sub-folders</source>
        <translation>存放优质图片的文件夹，包括子文件夹</translation>
    </message>
    <message>
        <source>folder of pictures that only select and judge; may be empty</source>
        <translation>只用于选择和评判的图片文件夹；可留空</translation>
    </message>
    <message>
        <source>share of the training pictures that only judge</source>
        <translation>训练图片中只用于评判的比例</translation>
    </message>
    <message>
        <source>side of a crop, in pixels of the low-resolution input</source>
        <translation>裁块边长，按低分辨率输入的像素计</translation>
    </message>
    <message>
        <source>each picture is also used reduced to these sizes, for denser detail</source>
        <translation>每张图片也会缩小到这些大小使用，以获得更密的细节</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>finite</source>
        <translation>有限数值</translation>
    </message>
    <message>
        <source>flat grey</source>
        <translation>纯灰图</translation>
    </message>
    <message>
        <source>tiny pictures</source>
        <translation>极小图片</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>same latent</source>
        <translation>相同潜变量</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>wraps</source>
        <translation>首尾相接</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>相同图片</translation>
    </message>
    <message>
        <source>other pictures</source>
        <translation>不同图片</translation>
    </message>
    <message>
        <source>{size} becomes {other}</source>
        <translation>{size} 变成 {other}</translation>
    </message>
    <message>
        <source>{size}, {n} channels</source>
        <translation>{size}，{n} 个通道</translation>
    </message>
    <message>
        <source>{n} features a picture</source>
        <translation>每张图片 {n} 个特征</translation>
    </message>
    <message>
        <source>{n} of {m} values are not numbers</source>
        <translation>{m} 个值中有 {n} 个不是有效数值</translation>
    </message>
    <message>
        <source>{n} of {m} values are not numbers in [0,1]</source>
        <translation>{m} 个值中有 {n} 个不在 [0,1] 内</translation>
    </message>
    <message>
        <source>{n} of {m} features are not numbers</source>
        <translation>{m} 个特征中有 {n} 个不是有效数值</translation>
    </message>
    <message>
        <source>stays grey within {n} of {m}</source>
        <translation>保持灰色，偏差不超过 {n} / {m}</translation>
    </message>
    <message>
        <source>{first} to {last} work</source>
        <translation>{first} 到 {last} 都可用</translation>
    </message>
    <message>
        <source>differ from the whole by {value} at most; the card says {tiling}</source>
        <translation>与整张处理最多相差 {value}；模型卡写的是 {tiling}</translation>
    </message>
    <message>
        <source>differs from fp32 by {n} of {m} in the mean</source>
        <translation>与 fp32 平均相差 {n} / {m}</translation>
    </message>
    <message>
        <source>is no precision of this program</source>
        <translation>不是本程序的计算精度</translation>
    </message>
    <message>
        <source>{n} megapixels of input a second in {precision}</source>
        <translation>以 {precision} 每秒处理 {n} 百万输入像素</translation>
    </message>
    <message>
        <source>{n} pictures a second in {precision}</source>
        <translation>以 {precision} 每秒 {n} 张图片</translation>
    </message>
    <message>
        <source>alone or in a batch, it differs by {value} at most</source>
        <translation>单独或成批计算，最多相差 {value}</translation>
    </message>
    <message>
        <source>{n}; the first two differ by {m} in the mean</source>
        <translation>{n} 个；前两个平均相差 {m}</translation>
    </message>
    <message>
        <source>wrong labels are not refused</source>
        <translation>没有拒绝错误的标签</translation>
    </message>
    <message>
        <source>none, and labels are refused</source>
        <translation>没有类别，标签会被拒绝</translation>
    </message>
    <message>
        <source>{n} samples deviate by {m} in the mean</source>
        <translation>{n} 个样本平均偏差 {m}</translation>
    </message>
    <message>
        <source>steps of {n} across the edge, {m} within</source>
        <translation>跨边缘的变化为 {n}，内部为 {m}</translation>
    </message>
    <message>
        <source>differ by {value} of the largest feature at least</source>
        <translation>至少相差最大特征的 {value}</translation>
    </message>
    <message>
        <source>fails at {names}</source>
        <translation>处理 {names} 时失败</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>near</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不分块</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>More curves</source>
        <translation>更多曲线</translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Choose or drop a folder</source>
        <translation>选择或拖入文件夹</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>All pictures in it and in its folders are used. They are only read.</source>
        <translation>使用其中及其子文件夹里的所有图片。图片只被读取。</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and will be left out</source>
        <translation>
            <numerusform>%n 个文件无法读取，将被略过</numerusform>
        </translation>
    </message>
    <message>
        <source>The MNIST data set of handwritten digits.</source>
        <translation>MNIST 手写数字数据集。</translation>
    </message>
    <message>
        <source>The CIFAR-10 data set.</source>
        <translation>CIFAR-10 数据集。</translation>
    </message>
    <message>
        <source>A data set laid out like ImageNet.</source>
        <translation>结构与 ImageNet 相同的数据集。</translation>
    </message>
    <message>
        <source>Shards: archives of pictures, read in order.</source>
        <translation>分片：图片归档，按顺序读取。</translation>
    </message>
    <message>
        <source>There are no pictures here that can be read.</source>
        <translation>这里没有可读取的图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {amount}.</source>
        <translation>
            <numerusform>%n 张图片，{amount}。</numerusform>
        </translation>
    </message>
    <message>
        <source>All are {size}.</source>
        <translation>尺寸均为 {size}。</translation>
    </message>
    <message>
        <source>From {small} to {large}, most about {middle}.</source>
        <translation>从 {small} 到 {large}，多数约为 {middle}。</translation>
    </message>
    <message>
        <source>All are grey.</source>
        <translation>均为灰度图片。</translation>
    </message>
    <message>
        <source>Enlarging is learned from picture files in a folder, not from this data set.</source>
        <translation>放大要从文件夹中的图片文件学习，不能使用此数据集。</translation>
    </message>
    <message>
        <source>That is few. {n} or more give a better result.</source>
        <translation>数量偏少。{n} 张或更多效果更好。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) outside of the class folders will be left out.</source>
        <translation>
            <numerusform>%n 张图片不在类别文件夹中，将被略过。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Examine again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all that was found, for example into a report of a fault</source>
        <translation>复制全部检查结果，例如用于故障报告</translation>
    </message>
    <message>
        <source>Computing a small picture on every device. This takes some seconds.</source>
        <translation>正在每个设备上计算一张小图片，需要几秒钟。</translation>
    </message>
    <message>
        <source>Pictures cannot be relied on here until this is solved.</source>
        <translation>此问题解决之前，本机得到的图片不可靠。</translation>
    </message>
    <message>
        <source>Everything computes correctly. Something could be better.</source>
        <translation>计算全部正确，但有可改进之处。</translation>
    </message>
    <message>
        <source>All is well. Every device computes correctly.</source>
        <translation>一切正常。每个设备都计算正确。</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>处理器核心</translation>
    </message>
    <message>
        <source>{whole}, {free} free</source>
        <translation>{whole}，可用 {free}</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>可用 {free}</translation>
    </message>
    <message>
        <source>{precision} right</source>
        <translation>{precision} 正确</translation>
    </message>
    <message>
        <source>{precision} wrong</source>
        <translation>{precision} 错误</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Choose a folder of pictures.</source>
        <translation>请选择图片文件夹。</translation>
    </message>
    <message>
        <source>The pictures are being looked at.</source>
        <translation>正在查看图片。</translation>
    </message>
    <message>
        <source>There are no pictures in this folder that can be read.</source>
        <translation>此文件夹中没有可以读取的图片。</translation>
    </message>
    <message>
        <source>Give it a name of letters, digits, dots, dashes and underscores.</source>
        <translation>请取一个由字母、数字、点、连字符和下划线组成的名称。</translation>
    </message>
    <message>
        <source>There is a run called {name} already. Choose another name.</source>
        <translation>已有名为 {name} 的训练。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>Drop</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>EnhanceDialogs</name>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>将结果另存为</translation>
    </message>
</context>
<context>
    <name>EnhancePage</name>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Make one picture larger and better, and look closely</source>
        <translation>放大并改善一张图片，细看效果</translation>
    </message>
    <message>
        <source>The clipboard holds no picture.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Copy a picture or a file first.</source>
        <translation>请先复制图片或文件。</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>正在预览…</translation>
    </message>
    <message>
        <source>Preview… {percent}</source>
        <translation>正在预览… {percent}</translation>
    </message>
    <message>
        <source>Preview in {time}</source>
        <translation>预览用时 {time}</translation>
    </message>
    <message>
        <source>Preview of the middle; zoom in to see all of it</source>
        <translation>仅预览中间部分；放大视图可查看全部</translation>
    </message>
    <message>
        <source>fidelity {n} dB</source>
        <translation>保真 {n} dB</translation>
    </message>
    <message>
        <source>Choose “Save as…” and another name.</source>
        <translation>请选择“另存为…”并换一个名称。</translation>
    </message>
    <message>
        <source>There is no result.</source>
        <translation>没有结果。</translation>
    </message>
    <message>
        <source>Result: {name}</source>
        <translation>结果：{name}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
</context>
<context>
    <name>ExistsField</name>
    <message>
        <source>Do not begin</source>
        <translation>不开始</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留原有文件</translation>
    </message>
    <message>
        <source>Write under another name</source>
        <translation>换一个文件名保存</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换原有文件</translation>
    </message>
    <message>
        <source>Where such a file exists already</source>
        <translation>同名文件已存在时</translation>
    </message>
</context>
<context>
    <name>FailureNote</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What the program knows about the cause</source>
        <translation>程序所知的原因</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the message and the details, for example into a mail</source>
        <translation>复制消息和详情，例如用于邮件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>A fault of the program</source>
        <translation>程序故障</translation>
    </message>
    <message>
        <source>Something in the program went wrong.</source>
        <translation>程序出现了问题。</translation>
    </message>
    <message>
        <source>The window goes on. If it behaves strangely, close it and start it again; work is not lost.</source>
        <translation>窗口可以继续使用。如有异常，请关闭后重新启动；工作不会丢失。</translation>
    </message>
</context>
<context>
    <name>Favourites</name>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Filter by name or reason</source>
        <translation>按名称或原因筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>FormatFold</name>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>As the picture</source>
        <translation>与图片相同</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation>32 位浮点</translation>
    </message>
    <message>
        <source>Leave out EXIF and comments</source>
        <translation>去除 EXIF 和注释</translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation>去除 GPS 位置</translation>
    </message>
    <message>
        <source>Other metadata stays</source>
        <translation>保留其他元数据</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>每通道位深</translation>
    </message>
</context>
<context>
    <name>GeneratePage</name>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation>用模型生成新图片</translation>
    </message>
    <message>
        <source>Near {name}, {n} of the way to other seeds</source>
        <translation>{name} 附近，向其他种子变化 {n}</translation>
    </message>
    <message>
        <source>From seed {a} to seed {b}</source>
        <translation>从种子 {a} 到种子 {b}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) made again</source>
        <translation>
            <numerusform>重新生成的 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds {a} to {b}</source>
        <translation>种子 {a} 至 {b}</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Size on the screen</source>
        <translation>显示大小</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>a few seconds left</source>
        <translation>还需几秒钟</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>还需约 {time}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>{done} of {total} done, {failed} failed</source>
        <translation>已完成 {done}/{total}，失败 {failed}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 个完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 个结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the files failed. The others are done.</source>
        <translation>
            <numerusform>%n 个文件失败，其余已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry does only those again. The details name each with its reason.</source>
        <translation>重试只处理这些文件。详情列出每个文件及其原因。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>State of the job</source>
        <translation>任务状态</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop this job. What is done stays, and it can go on later (Ctrl+Shift+X).</source>
        <translation>停止此任务。已完成的会保留，之后可以继续（Ctrl+Shift+X）。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation>打开结果所在的文件夹</translation>
    </message>
    <message>
        <source>Show or hide the list of jobs (Ctrl+Shift+J)</source>
        <translation>显示或隐藏任务列表（Ctrl+Shift+J）</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show or hide the list of jobs</source>
        <translation>显示或隐藏任务列表</translation>
    </message>
    <message>
        <source>Pause the job, or let it go on</source>
        <translation>暂停或继续任务</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>停止任务</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Let this job go on (Ctrl+Shift+P)</source>
        <translation>继续此任务（Ctrl+Shift+P）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Let this job stand still (Ctrl+Shift+P)</source>
        <translation>暂停此任务（Ctrl+Shift+P）</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n 个任务等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobExport</name>
    <message>
        <source>Save as a job</source>
        <translation>另存为任务</translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation>任务 (*.toml)</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>JobFiles</name>
    <message>
        <source>Open a job</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>Jobs (*.toml)</source>
        <translation>任务 (*.toml)</translation>
    </message>
    <message>
        <source>This job trains a model.</source>
        <translation>此任务用于训练模型。</translation>
    </message>
    <message>
        <source>Start it with &apos;enhancer run&apos; in a terminal.</source>
        <translation>请在终端中用“enhancer run”启动。</translation>
    </message>
    <message>
        <source>Pictures by {model}</source>
        <translation>{model} 生成的图片</translation>
    </message>
    <message>
        <source>Nearest pictures by {model}</source>
        <translation>{model} 的最相近图片</translation>
    </message>
    <message>
        <source>This job makes new pictures. It is in the queue now.</source>
        <translation>此任务生成新图片，已加入队列。</translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; does the same.</source>
        <translation>已保存为 {name}。“enhancer run {name}”效果相同。</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs in the order in which they run</source>
        <translation>按运行顺序排列的任务</translation>
    </message>
    <message>
        <source>Drag a job, or press Alt and an arrow key, to change the order.</source>
        <translation>拖动任务，或按 Alt 加方向键，可更改顺序。</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>In pixels of the picture. Smaller ones need less memory.</source>
        <translation>以图片像素计。分块越小，所需内存越少。</translation>
    </message>
    <message>
        <source>Side of a tile</source>
        <translation>分块边长</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>请选择模型。</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>请选择保存结果的文件夹。</translation>
    </message>
    <message>
        <source>Mend what is marked in red.</source>
        <translation>请修正标红的内容。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Run this job earlier</source>
        <translation>提前运行此任务</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Run this job later</source>
        <translation>推后运行此任务</translation>
    </message>
    <message>
        <source>Do what is not done yet once more</source>
        <translation>重新处理尚未完成的部分</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open the folder with the results</source>
        <translation>打开结果所在的文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Stop this job, or take it from the list. Results stay.</source>
        <translation>停止此任务，或将其从列表中移除。结果会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take all jobs that have ended from the list. Results stay.</source>
        <translation>从列表中移除所有已结束的任务。结果会保留。</translation>
    </message>
    <message>
        <source>Remove ended</source>
        <translation>移除已结束的任务</translation>
    </message>
</context>
<context>
    <name>Kept</name>
    <message>
        <source>colour profile</source>
        <translation>色彩配置文件</translation>
    </message>
    <message>
        <source>camera data (EXIF)</source>
        <translation>相机数据（EXIF）</translation>
    </message>
    <message>
        <source>notes (XMP)</source>
        <translation>备注（XMP）</translation>
    </message>
    <message>
        <source>print resolution</source>
        <translation>打印分辨率</translation>
    </message>
    <message>
        <source>transparency</source>
        <translation>透明度</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Reduced again, it equals the original to the last bit.</source>
        <translation>重新缩小后，与原图逐位一致。</translation>
    </message>
    <message>
        <source>Reduced again, it equals the original ({n} dB).</source>
        <translation>重新缩小后，与原图一致（{n} dB）。</translation>
    </message>
    <message>
        <source>Reduced again, it is close to the original ({n} dB).</source>
        <translation>重新缩小后，与原图接近（{n} dB）。</translation>
    </message>
    <message>
        <source>Reduced again, it differs from the original ({n} dB).</source>
        <translation>重新缩小后，与原图不同（{n} dB）。</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>The window ended unexpectedly last time. What is known about it stands in {log}</source>
        <translation>窗口上次意外关闭。已知的相关信息记录在 {log}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>The settings could not be read, so the defaults are used. The old file is now {file}</source>
        <translation>无法读取设置，已改用默认值。旧文件现为 {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) had not ended when the window closed: {names}</source>
        <translation>
            <numerusform>窗口关闭时有 %n 个任务尚未结束：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>MainSettings</name>
    <message>
        <source>Nothing: begin anew</source>
        <translation>无：从头开始</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colour with transparency</source>
        <translation>彩色带透明度</translation>
    </message>
    <message>
        <source>No: all pictures are of one kind</source>
        <translation>否：所有图片属于同一类</translation>
    </message>
    <message>
        <source>Yes: it can be asked for a class</source>
        <translation>是：可以指定类别</translation>
    </message>
    <message>
        <source>Yes, with a network for each class</source>
        <translation>是，每个类别使用单独的网络</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>Vary them while learning</source>
        <translation>学习时加以变化</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of the model and of the folder of the run.</source>
        <translation>用作模型和训练文件夹的名称。</translation>
    </message>
    <message>
        <source>Pictures to learn from in all</source>
        <translation>训练量（图片总数）</translation>
    </message>
    <message>
        <source>Start from a model</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>Side of a crop</source>
        <translation>裁块边长</translation>
    </message>
    <message>
        <source>Of the small picture that is enlarged.</source>
        <translation>以放大前的小图片为准。</translation>
    </message>
    <message>
        <source>Size of the new pictures</source>
        <translation>新图片的尺寸</translation>
    </message>
    <message>
        <source>Larger takes much longer.</source>
        <translation>尺寸越大，耗时越长。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>One folder for each class is needed.</source>
        <translation>每个类别需要一个单独的文件夹。</translation>
    </message>
    <message>
        <source>Mirrored pictures are as good</source>
        <translation>镜像后的图片同样有效</translation>
    </message>
    <message>
        <source>Not for digits, letters or faces from a side.</source>
        <translation>不适用于数字、字母或侧脸。</translation>
    </message>
    <message>
        <source>Few pictures</source>
        <translation>图片较少</translation>
    </message>
    <message>
        <source>Helps below some 5,000 pictures.</source>
        <translation>图片少于约 5,000 张时有帮助。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This page could not be opened.</source>
        <translation>无法打开此页面。</translation>
    </message>
    <message>
        <source>The other pages still work. The details help to mend it.</source>
        <translation>其他页面仍可使用。详情有助于解决问题。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>ModelActions</name>
    <message>
        <source>Train on from this model</source>
        <translation>从此模型继续训练</translation>
    </message>
    <message>
        <source>Show in the folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Models that came with the program stay as they are.</source>
        <translation>随程序附带的模型不可更改。</translation>
    </message>
    <message>
        <source>Rename a model</source>
        <translation>重命名模型</translation>
    </message>
    <message>
        <source>New name:</source>
        <translation>新名称：</translation>
    </message>
    <message>
        <source>Move the model {name} to the trash?</source>
        <translation>将模型 {name} 移到回收站？</translation>
    </message>
    <message>
        <source>Its curve and recipe go with it.</source>
        <translation>其曲线和配方会一并移走。</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>未找到文件管理器。</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>How good it is</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>请在左侧选择模型。</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{name} (file)</source>
        <translation>{name}（文件）</translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation>正在读取模型...</translation>
    </message>
    <message>
        <source>There is no model for this yet. Train one, or add a file.</source>
        <translation>还没有适用的模型。请训练一个，或添加文件。</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Speed here</source>
        <translation>本机速度</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ModelHead</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Runs it on small pictures and sees whether it computes what its card says.</source>
        <translation>用小图片运行模型，检查计算结果是否与其卡片所述一致。</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>测量速度</translation>
    </message>
    <message>
        <source>Opens the page that makes new pictures with it.</source>
        <translation>打开用它生成新图片的页面。</translation>
    </message>
    <message>
        <source>Opens the page that enhances pictures with it.</source>
        <translation>打开用它增强图片的页面。</translation>
    </message>
    <message>
        <source>Checking ...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation>正在测量...</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Enlarge and repair</source>
        <translation>放大和修复</translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation>生成新图片</translation>
    </message>
    <message>
        <source>Judge pictures</source>
        <translation>评判图片</translation>
    </message>
    <message>
        <source>Only yours</source>
        <translation>仅我的模型</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Copies a .safetensors file of this program into your models.</source>
        <translation>将本程序的 .safetensors 文件复制到我的模型中。</translation>
    </message>
    <message>
        <source>Model files (*.safetensors)</source>
        <translation>模型文件 (*.safetensors)</translation>
    </message>
    <message>
        <source>Add model files</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Models are being read ...</source>
        <translation>正在读取模型...</translation>
    </message>
    <message>
        <source>No model fits. Change the words or the purpose above.</source>
        <translation>没有符合的模型。请更改上方的搜索词或用途。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be opened</source>
        <translation>
            <numerusform>%n 个文件无法打开</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Makes new pictures of {size}</source>
        <translation>生成 {size} 的新图片</translation>
    </message>
    <message numerus="yes">
        <source>Makes new pictures of {size}, %n class(es)</source>
        <translation>
            <numerusform>生成 {size} 的新图片，%n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>Judges pictures for trainings and selections</source>
        <translation>为训练和筛选评判图片</translation>
    </message>
    <message>
        <source>Enlarges {n} times and repairs damage</source>
        <translation>放大 {n} 倍并修复损伤</translation>
    </message>
    <message>
        <source>Enlarges {n} times</source>
        <translation>放大 {n} 倍</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>随程序附带</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Better than its start and than noise, on held-out pictures.</source>
        <translation>在未参与训练的图片上，优于训练起点和噪声。</translation>
    </message>
    <message>
        <source>Better than its start and than plain enlargement, on held-out pictures.</source>
        <translation>在未参与训练的图片上，优于训练起点和普通放大。</translation>
    </message>
    <message>
        <source>Worse than its start or than noise, on held-out pictures.</source>
        <translation>在未参与训练的图片上，不如训练起点或噪声。</translation>
    </message>
    <message>
        <source>Worse than its start or than plain enlargement, on held-out pictures.</source>
        <translation>在未参与训练的图片上，不如训练起点或普通放大。</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>colour with transparency</source>
        <translation>彩色带透明度</translation>
    </message>
    <message>
        <source>any size, in tiles, exactly as in one piece</source>
        <translation>任意尺寸，分块处理，与整张处理完全一致</translation>
    </message>
    <message>
        <source>any size, in tiles, nearly as in one piece</source>
        <translation>任意尺寸，分块处理，与整张处理几乎一致</translation>
    </message>
    <message>
        <source>only in one piece</source>
        <translation>只能整张处理</translation>
    </message>
    <message>
        <source>Pictures that were reduced by {method}</source>
        <translation>以 {method} 方式缩小的图片</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Works on</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Licence of the weights</source>
        <translation>权重许可</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>学习数据</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>已学图片数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Precisions</source>
        <translation>支持的精度</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>{n} pictures a second on {device}</source>
        <translation>在 {device} 上每秒 {n} 张图片</translation>
    </message>
    <message>
        <source>{time} a megapixel of the original, on {device} ({precision})</source>
        <translation>原图每百万像素需 {time}，在 {device} 上（{precision}）</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>See what each model does, and look after your own.</source>
        <translation>了解每个模型的用途，管理自己的模型。</translation>
    </message>
    <message>
        <source>Find a model</source>
        <translation>查找模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>Use the model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>重命名此模型</translation>
    </message>
    <message>
        <source>Look at the models again</source>
        <translation>重新读取模型</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>NameEdit</name>
    <message>
        <source>Insert a field</source>
        <translation>插入字段</translation>
    </message>
    <message>
        <source>For example {name}</source>
        <translation>例如 {name}</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>All keyboard shortcuts (F1)</source>
        <translation>所有快捷键（F1）</translation>
    </message>
</context>
<context>
    <name>Nearest</name>
    <message>
        <source>Choose photos whose nearest picture is searched</source>
        <translation>选择要查找最相近图片的照片</translation>
    </message>
    <message numerus="yes">
        <source>Nearest pictures of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的最相近图片</numerusform>
        </translation>
    </message>
    <message>
        <source>The search is in the queue. It takes a while for each photo.</source>
        <translation>查找已加入队列。每张照片都需要一些时间。</translation>
    </message>
    <message numerus="yes">
        <source>The nearest pictures of %n photo(s) are found.</source>
        <translation>
            <numerusform>已找到 %n 张照片的最相近图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>NoModel</name>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Add a model file</source>
        <translation>添加模型文件</translation>
    </message>
    <message>
        <source>There is no model that makes pictures yet</source>
        <translation>还没有能生成图片的模型</translation>
    </message>
    <message>
        <source>Models are being read …</source>
        <translation>正在读取模型…</translation>
    </message>
    <message>
        <source>Train one on your own pictures, or add a model file.</source>
        <translation>用自己的图片训练一个，或添加模型文件。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put this message away</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Make one picture larger and better</source>
        <translation>将单张图片放大并改善</translation>
    </message>
    <message>
        <source>Drop a picture anywhere in this window. Hold Space over it to see the original.</source>
        <translation>可将图片拖放到窗口的任意位置。在图片上按住空格键可查看原图。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Enhance many pictures and whole folders</source>
        <translation>增强大量图片和整个文件夹</translation>
    </message>
    <message>
        <source>A batch that was stopped goes on where it was when you run it again. Originals stay as they are.</source>
        <translation>已停止的批处理再次运行时会从原处继续。原图保持不变。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Make new pictures with a model</source>
        <translation>用模型生成新图片</translation>
    </message>
    <message>
        <source>Every picture has a number, its seed. The same seed always gives the same picture.</source>
        <translation>每张图片都有一个编号，即种子。相同的种子总是得到相同的图片。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a model on your own pictures</source>
        <translation>用自己的图片训练模型</translation>
    </message>
    <message>
        <source>A training goes on when you close the window, and is found again when you open it.</source>
        <translation>关闭窗口后训练仍会继续，再次打开时可以找到它。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The models on this machine, and what they can do</source>
        <translation>本机上的模型及其用途</translation>
    </message>
    <message>
        <source>Each model has a card that says what it learned from and how well it does.</source>
        <translation>每个模型都有一张卡片，说明它从哪些数据学习以及效果如何。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language, look and defaults</source>
        <translation>语言、外观和默认值</translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Drop pictures or folders here</source>
        <translation>将图片或文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Then you see what would become of each, before anything is done. Originals stay as they are.</source>
        <translation>处理开始之前，可以先看到每张图片会有怎样的结果。原图保持不变。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Generated pictures</source>
        <translation>生成的图片</translation>
    </message>
    <message>
        <source>There is room for {n} favourites.</source>
        <translation>最多可收藏 {n} 张。</translation>
    </message>
</context>
<context>
    <name>PlaceSettings</name>
    <message>
        <source>Into a folder</source>
        <translation>存入文件夹</translation>
    </message>
    <message>
        <source>Sub-folders are mirrored there</source>
        <translation>其中保留子文件夹结构</translation>
    </message>
    <message>
        <source>Beside each picture</source>
        <translation>放在每张图片旁边</translation>
    </message>
    <message>
        <source>With the model&apos;s name behind the picture&apos;s</source>
        <translation>图片名后加上模型名</translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation>结果的存放位置</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>name of the picture</source>
        <translation>图片的名称</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>模型的名称</translation>
    </message>
    <message>
        <source>how many times as large the model makes it</source>
        <translation>模型放大的倍数</translation>
    </message>
    <message>
        <source>width of the result</source>
        <translation>结果宽度</translation>
    </message>
    <message>
        <source>height of the result</source>
        <translation>结果高度</translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation>格式扩展名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nothing is done until you decided</source>
        <translation>做出选择之前不会处理任何图片</translation>
    </message>
    <message>
        <source>Pictures whose result is there are skipped</source>
        <translation>已有结果的图片会被跳过</translation>
    </message>
    <message>
        <source>Pictures that you add are never replaced</source>
        <translation>添加的图片本身不会被替换</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Other presets</source>
        <translation>其他预设</translation>
    </message>
    <message>
        <source>{name} (recommended)</source>
        <translation>{name}（推荐）</translation>
    </message>
</context>
<context>
    <name>Previews</name>
    <message>
        <source>The first samples appear when the training has begun.</source>
        <translation>训练开始后会显示首批样本。</translation>
    </message>
    <message>
        <source>Samples of the run</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>训练时刻</translation>
    </message>
    <message>
        <source>Move through the training and see how the samples became better.</source>
        <translation>拖动以浏览训练过程，查看样本如何变好。</translation>
    </message>
    <message>
        <source>Play from the beginning</source>
        <translation>从头播放</translation>
    </message>
    <message>
        <source>Play the samples</source>
        <translation>播放样本</translation>
    </message>
    <message>
        <source>after {images}</source>
        <translation>学习 {images}后</translation>
    </message>
</context>
<context>
    <name>Process</name>
    <message>
        <source>The work did not stop when it was asked to, so it was ended.</source>
        <translation>任务未按要求停止，已被强制结束。</translation>
    </message>
    <message>
        <source>It starts again by itself.</source>
        <translation>它会自动重新启动。</translation>
    </message>
    <message>
        <source>A part of the program could not start.</source>
        <translation>程序的某个部分无法启动。</translation>
    </message>
    <message>
        <source>The details say why. Installing it anew may help.</source>
        <translation>详情中说明了原因。重新安装程序可能有帮助。</translation>
    </message>
    <message>
        <source>The work was ended by the system, usually for lack of memory.</source>
        <translation>任务被系统终止，通常是因为内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, or take smaller pictures. It starts again by itself.</source>
        <translation>请关闭其他程序，或使用较小的图片。它会自动重新启动。</translation>
    </message>
    <message>
        <source>The part of the program that does the work ended unexpectedly.</source>
        <translation>程序中负责处理的部分意外结束。</translation>
    </message>
    <message>
        <source>It starts again by itself. If this comes back, one of the files may be the cause.</source>
        <translation>它会自动重新启动。如果再次发生，可能是某个文件所致。</translation>
    </message>
</context>
<context>
    <name>QualityField</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Of JPEG (95) and WebP (90).</source>
        <translation>用于 JPEG（默认 95）和 WebP（默认 90）。</translation>
    </message>
</context>
<context>
    <name>ResultList</name>
    <message>
        <source>Results so far</source>
        <translation>目前的结果</translation>
    </message>
    <message>
        <source>What you enhance is listed here, to look at again.</source>
        <translation>增强过的图片会列在这里，可再次查看。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>Open the original and this result</source>
        <translation>打开原图和此结果</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>采用设置</translation>
    </message>
    <message>
        <source>Take over the settings that made this result</source>
        <translation>采用生成此结果时的设置</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>The files stay where they are</source>
        <translation>文件保留在原处</translation>
    </message>
</context>
<context>
    <name>ResultNote</name>
    <message>
        <source>Show failed ones</source>
        <translation>显示失败的图片</translation>
    </message>
    <message>
        <source>Try failed ones again</source>
        <translation>重试失败的图片</translation>
    </message>
    <message>
        <source>The same job once more; what is done is not done again</source>
        <translation>重新运行同一任务，已完成的不再重复</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Stopped. Enhance again to go on from here. {counts}</source>
        <translation>已停止。再次增强会从这里继续。{counts}</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) done</source>
        <translation>
            <numerusform>%n 张图片已完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 张失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n 张已跳过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultSettings</name>
    <message>
        <source>The model&apos;s own size</source>
        <translation>模型的原生尺寸</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact, or loose for models that repair and for poor JPEGs</source>
        <translation>精确；对修复类模型和劣质 JPEG 则为宽松</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in every detail</source>
        <translation>结果缩小后，每处细节都与图片一致</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the picture in colour and tone</source>
        <translation>结果缩小后，颜色和影调与图片一致</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Whatever the model makes of it</source>
        <translation>完全由模型决定</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Faithful to the picture</source>
        <translation>对图片保真</translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Write it again with another name, format or quality</source>
        <translation>以其他名称、格式或质量重新保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put this summary away; the result stays</source>
        <translation>关闭此摘要，结果会保留</translation>
    </message>
    <message>
        <source>It was there already: {name}</source>
        <translation>已存在：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>已保留：{what}</translation>
    </message>
    <message>
        <source>Lost: {what}</source>
        <translation>已丢失：{what}</translation>
    </message>
    <message>
        <source>{size}, {bits} bits, {format}, {amount}; in {time} with {model} on {device}</source>
        <translation>{size}，{bits} 位，{format}，{amount}；用时 {time}，模型 {model}，设备 {device}</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Try the best weights so far</source>
        <translation>试用目前最佳的权重</translation>
    </message>
    <message>
        <source>Train on from this model</source>
        <translation>从此模型继续训练</translation>
    </message>
    <message>
        <source>Open the report in a browser</source>
        <translation>在浏览器中打开报告</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Remove this run</source>
        <translation>移除此训练</translation>
    </message>
    <message>
        <source>It stops after the step it is at, and keeps what it learned.</source>
        <translation>完成当前这一步后停止，已学到的内容会保留。</translation>
    </message>
    <message>
        <source>It is still being trained. Stop it first.</source>
        <translation>它仍在训练中。请先停止。</translation>
    </message>
    <message>
        <source>The run could not be moved to the trash.</source>
        <translation>无法将该训练移到回收站。</translation>
    </message>
    <message>
        <source>No browser was found. The report is {path}</source>
        <translation>未找到浏览器。报告位于 {path}</translation>
    </message>
    <message>
        <source>No file manager was found. The folder is {path}</source>
        <translation>未找到文件管理器。文件夹位于 {path}</translation>
    </message>
    <message>
        <source>Copied. In a terminal the command does the same.</source>
        <translation>已复制。在终端中运行该命令，效果相同。</translation>
    </message>
    <message>
        <source>Move the run {name} to the trash?</source>
        <translation>要将训练 {name} 移到回收站吗？</translation>
    </message>
    <message>
        <source>Its curves, samples and weights go. Models that you added stay.</source>
        <translation>它的曲线、样本和权重会一并移走。已添加的模型会保留。</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Progress of the enhancement</source>
        <translation>增强进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>正在等待其他任务</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Enhancing, about {time} left</source>
        <translation>正在增强，约剩 {time}</translation>
    </message>
    <message>
        <source>Enhancing…</source>
        <translation>正在增强…</translation>
    </message>
</context>
<context>
    <name>RunEvents</name>
    <message>
        <source>What the monitors found</source>
        <translation>监测结果</translation>
    </message>
    <message>
        <source>Show the samples of this moment</source>
        <translation>显示当时的样本</translation>
    </message>
</context>
<context>
    <name>RunFoot</name>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Looking at the pictures …</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>Looking at the pictures: {n} so far</source>
        <translation>正在查看图片：已有 {n} 张</translation>
    </message>
    <message>
        <source>In the queue.</source>
        <translation>已在队列中。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>已完成 {done}/{all}</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>没有剩余的工作。</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>没有需要处理的内容。</translation>
    </message>
    <message>
        <source>No pictures found.</source>
        <translation>未找到图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), about {time}, about {disk} of {free} free disk</source>
        <translation>
            <numerusform>%n 张图片，约需 {time}，约占用 {disk}（磁盘可用 {free}）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enhance %n picture(s)</source>
        <translation>
            <numerusform>增强 %n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHead</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops safely. It can go on from there later.</source>
        <translation>安全停止。之后可以从该处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Adds the best weights so far to your models and opens the page that uses them.</source>
        <translation>将目前最佳的权重添加到我的模型，并打开使用它的页面。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Best: {best}</source>
        <translation>最佳：{best}</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>已用 {time}</translation>
    </message>
    <message>
        <source>{time} of training</source>
        <translation>训练用时 {time}</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Show the runs of another folder</source>
        <translation>显示其他文件夹中的训练</translation>
    </message>
    <message>
        <source>Open a folder of runs</source>
        <translation>打开训练文件夹</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Select two or more with Ctrl to compare them.</source>
        <translation>按住 Ctrl 选择两个或更多训练进行比较。</translation>
    </message>
    <message>
        <source>There are no runs yet. Trainings that you start appear here.</source>
        <translation>还没有训练。开始的训练会显示在这里。</translation>
    </message>
    <message>
        <source>Choose a folder that holds runs</source>
        <translation>选择包含训练的文件夹</translation>
    </message>
</context>
<context>
    <name>RunSettings</name>
    <message>
        <source>Settings of this run</source>
        <translation>此次训练的设置</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>The first values appear when it has been judged.</source>
        <translation>首次评判后会显示数值。</translation>
    </message>
    <message>
        <source>This run is not there any more.</source>
        <translation>这次训练已不存在。</translation>
    </message>
    <message>
        <source>Its folder was moved or removed.</source>
        <translation>它的文件夹已被移动或移除。</translation>
    </message>
    <message>
        <source>The training ended unexpectedly.</source>
        <translation>训练意外结束。</translation>
    </message>
    <message>
        <source>The details show the last lines that it wrote.</source>
        <translation>详情中是它最后输出的几行内容。</translation>
    </message>
    <message>
        <source>A monitor ended this run early.</source>
        <translation>监测提前结束了这次训练。</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>Seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>{n} % of the way from seed {a} to seed {b}</source>
        <translation>从种子 {a} 到种子 {b} 的 {n}% 处</translation>
    </message>
    <message>
        <source>Near another picture, or found for a photo</source>
        <translation>与另一张图片相近，或按照片找到</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Variety {n}</source>
        <translation>多样性 {n}</translation>
    </message>
</context>
<context>
    <name>SampleModel</name>
    <message>
        <source>A favourite</source>
        <translation>已收藏</translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>All that is shown</source>
        <translation>当前显示的全部</translation>
    </message>
    <message>
        <source>Chosen pictures</source>
        <translation>选中的图片</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>A data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>As many pictures as you want, from the first seed on</source>
        <translation>从起始种子开始，数量不限</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>One folder for each class</source>
        <translation>每个类别一个文件夹</translation>
    </message>
    <message>
        <source>A labelled data set</source>
        <translation>带标签的数据集</translation>
    </message>
    <message>
        <source>Also one sheet of all</source>
        <translation>同时保存一张总览图</translation>
    </message>
    <message>
        <source>Also a film</source>
        <translation>同时保存一段动画</translation>
    </message>
    <message>
        <source>Through all pictures and back to the first, as WebP</source>
        <translation>依次经过所有图片再回到第一张，存为 WebP</translation>
    </message>
    <message>
        <source>Frames to the next picture</source>
        <translation>到下一张图片的帧数</translation>
    </message>
    <message>
        <source>24 of them last a second.</source>
        <translation>24 帧为一秒。</translation>
    </message>
    <message>
        <source>Only good ones</source>
        <translation>只保留好图片</translation>
    </message>
    <message>
        <source>Draw again what is unlike real pictures, copies one of them, or is of another class than asked</source>
        <translation>不像真实图片、照搬真实图片或类别不符的，重新生成</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Save pictures</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>seed, or name of the picture it was made like</source>
        <translation>种子，或所参照图片的名称</translation>
    </message>
    <message>
        <source>name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>ending of the format</source>
        <translation>格式扩展名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>The model&apos;s own reference</source>
        <translation>模型自带的参照</translation>
    </message>
    <message>
        <source>What is a good picture</source>
        <translation>好图片的标准</translation>
    </message>
    <message>
        <source>Real pictures to judge by</source>
        <translation>用于评估的真实图片</translation>
    </message>
    <message>
        <source>Network that judges</source>
        <translation>评估网络</translation>
    </message>
    <message>
        <source>Where a folder is given.</source>
        <translation>指定文件夹时使用。</translation>
    </message>
    <message>
        <source>Tries for each picture</source>
        <translation>每张图片的尝试次数</translation>
    </message>
    <message>
        <source>Pictures at once</source>
        <translation>同时处理的图片数</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) by {model}</source>
        <translation>
            <numerusform>用 {model} 生成 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {name}. &apos;enhancer run {name}&apos; makes the same pictures.</source>
        <translation>已保存为 {name}。“enhancer run {name}”会生成相同的图片。</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Plain enlargement</source>
        <translation>普通放大</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>On</source>
        <translation>测试数据</translation>
    </message>
</context>
<context>
    <name>SelectionFold</name>
    <message>
        <source>Which pictures</source>
        <translation>处理哪些图片</translation>
    </message>
    <message>
        <source>Also sub-folders</source>
        <translation>包括子文件夹</translation>
    </message>
    <message>
        <source>Also files that are cut off</source>
        <translation>包括不完整的文件</translation>
    </message>
    <message>
        <source>What is missing is filled, and the result says so</source>
        <translation>缺失的部分会被填充，并在结果中注明</translation>
    </message>
    <message>
        <source>Patterns with * and ?, separated by spaces. With a space in it in quotation marks.</source>
        <translation>可使用 * 和 ? 的匹配模式，以空格分隔。模式本身含空格时请加引号。</translation>
    </message>
    <message>
        <source>Only names like</source>
        <translation>仅限匹配的名称</translation>
    </message>
    <message>
        <source>No names like</source>
        <translation>排除匹配的名称</translation>
    </message>
    <message>
        <source>Refuse pictures larger than</source>
        <translation>拒绝大于此像素数的图片</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>New work</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card where there is one.</source>
        <translation>“自动”会在有显卡时使用显卡。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>处理器线程</translation>
    </message>
    <message>
        <source>Fewer leave more of the processor to other programs.</source>
        <translation>线程越少，留给其他程序的处理器资源越多。</translation>
    </message>
    <message>
        <source>Same as the original</source>
        <translation>与原图相同</translation>
    </message>
    <message>
        <source>Format of results</source>
        <translation>结果的格式</translation>
    </message>
    <message>
        <source>Best for the format</source>
        <translation>该格式的最佳值</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP</source>
        <translation>JPEG 和 WebP 的质量</translation>
    </message>
    <message>
        <source>From 1 to 100. Higher makes larger files.</source>
        <translation>1 到 100。数值越高，文件越大。</translation>
    </message>
    <message>
        <source>Folder of your own models</source>
        <translation>自有模型的文件夹</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Manage models</source>
        <translation>管理模型</translation>
    </message>
    <message>
        <source>Show tips again</source>
        <translation>再次显示提示</translation>
    </message>
    <message>
        <source>Show the hint of each page once more</source>
        <translation>再次显示每个页面的提示</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Set everything on this page as it was at first</source>
        <translation>将本页所有设置恢复为初始值</translation>
    </message>
    <message>
        <source>Processor: {name}</source>
        <translation>处理器：{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of your own</source>
        <translation>
            <numerusform>%n 个自有模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is there yet. What you train or add comes here.</source>
        <translation>这里还没有模型。训练或添加的模型会放在这里。</translation>
    </message>
    <message>
        <source>Each page shows its tip again.</source>
        <translation>每个页面会再次显示提示。</translation>
    </message>
    <message>
        <source>Everything on this page is as it was at first.</source>
        <translation>本页所有设置已恢复为初始值。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>As large as the model makes it</source>
        <translation>按模型的放大倍数</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Any size: a factor, a width, a height, or a box that it fits</source>
        <translation>任意尺寸：倍数、宽度、高度，或要放入的框</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Size in words</source>
        <translation>用文字输入尺寸</translation>
    </message>
    <message>
        <source>x2.5: factor. 3840w: width. 2160h: height. long=4000: longer side. fit=1920x1080: within a box.</source>
        <translation>x2.5：倍数。3840w：宽度。2160h：高度。long=4000：长边。fit=1920x1080：放入框内。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Colour and tone</source>
        <translation>颜色与影调</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>Faithful to the original</source>
        <translation>对原图保真</translation>
    </message>
    <message>
        <source>Exact where the picture is clean, colour and tone where it is a strongly compressed JPEG.</source>
        <translation>干净的图片用“精确”，高度压缩的 JPEG 用“颜色与影调”。</translation>
    </message>
    <message>
        <source>Reduced again, the result equals the original in every detail.</source>
        <translation>结果缩小回去后，每个细节都与原图一致。</translation>
    </message>
    <message>
        <source>Colour and tone stay; details may be repaired.</source>
        <translation>颜色与影调不变；细节可以修复。</translation>
    </message>
    <message>
        <source>The model alone decides.</source>
        <translation>完全由模型决定。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>As the original</source>
        <translation>与原图相同</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16 bits</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>32 bits, floating point</source>
        <translation>32 位浮点</translation>
    </message>
    <message>
        <source>Leave out metadata</source>
        <translation>去除元数据</translation>
    </message>
    <message>
        <source>No EXIF, XMP or comments. The colour profile stays.</source>
        <translation>不含 EXIF、XMP 或注释。颜色配置文件保留。</translation>
    </message>
    <message>
        <source>Leave out the position</source>
        <translation>去除 GPS 位置</translation>
    </message>
    <message>
        <source>Where a photo was taken is not written; other metadata stays.</source>
        <translation>不写入拍摄地点；其他元数据保留。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>32 bits, most exact</source>
        <translation>32 位，最精确</translation>
    </message>
    <message>
        <source>16 bits (bf16), faster</source>
        <translation>16 位（bf16），更快</translation>
    </message>
    <message>
        <source>16 bits (fp16), faster</source>
        <translation>16 位（fp16），更快</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Open cut-off files</source>
        <translation>打开不完整的文件</translation>
    </message>
    <message>
        <source>What is missing of a file is filled, and said so.</source>
        <translation>文件缺失的部分会补齐，并给出提示。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Colour under transparency, where the format has none.</source>
        <translation>格式不支持透明时，透明处的底色。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Of what the model adds to the picture.</source>
        <translation>指模型为图片增添的内容。</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Smaller tiles need less memory.</source>
        <translation>分块越小，所需内存越少。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Largest picture</source>
        <translation>最大图片</translation>
    </message>
    <message>
        <source>Result: {size}</source>
        <translation>结果：{size}</translation>
    </message>
    <message>
        <source>Write it as #rrggbb.</source>
        <translation>请写成 #rrggbb 的形式。</translation>
    </message>
    <message>
        <source>This format loses nothing.</source>
        <translation>此格式无损。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
</context>
<context>
    <name>ShowPanel</name>
    <message>
        <source>Other seeds (Ctrl+R)</source>
        <translation>换一批种子（Ctrl+R）</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>换一批种子</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All of them, unless some are ticked.</source>
        <translation>不勾选则使用全部类别。</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>起始种子</translation>
    </message>
    <message>
        <source>The same seed is always the same picture.</source>
        <translation>同一种子总是得到同一张图片。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Less gives more typical pictures that differ less.</source>
        <translation>值越小，图片越典型，彼此差异也越小。</translation>
    </message>
    <message>
        <source>How different</source>
        <translation>差异程度</translation>
    </message>
    <message>
        <source>How far neighbours lie from the picture.</source>
        <translation>邻近图片与该图片相距多远。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What the panel shows</source>
        <translation>面板显示的内容</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Write the result beside the original (Ctrl+Return)</source>
        <translation>将结果写到原图旁（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Choose where the result is written, and enhance (Ctrl+S)</source>
        <translation>选择结果的写入位置并增强（Ctrl+S）</translation>
    </message>
</context>
<context>
    <name>Size</name>
    <message>
        <source>As large as the model makes it.</source>
        <translation>按模型的放大倍数。</translation>
    </message>
    <message>
        <source>{n} times as wide and as high.</source>
        <translation>宽和高各为原来的 {n} 倍。</translation>
    </message>
    <message>
        <source>{n} pixels wide.</source>
        <translation>宽 {n} 像素。</translation>
    </message>
    <message>
        <source>{n} pixels high.</source>
        <translation>高 {n} 像素。</translation>
    </message>
    <message>
        <source>The longer side has {n} pixels.</source>
        <translation>长边为 {n} 像素。</translation>
    </message>
    <message>
        <source>The shorter side has {n} pixels.</source>
        <translation>短边为 {n} 像素。</translation>
    </message>
    <message>
        <source>As large as fits into {w} × {h}.</source>
        <translation>放入 {w} × {h} 内的最大尺寸。</translation>
    </message>
    <message>
        <source>Covers {w} × {h}; what hangs over is cut.</source>
        <translation>填满 {w} × {h}；超出的部分会裁去。</translation>
    </message>
    <message>
        <source>Exactly {w} × {h}; pictures of another shape fail.</source>
        <translation>正好 {w} × {h}；宽高比不同的图片会失败。</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>What was added; choose one to take it out again</source>
        <translation>已添加的内容；选择一项即可移除</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Sources: {n}</source>
        <translation>来源：{n}</translation>
    </message>
    <message>
        <source>Take out {path}</source>
        <translation>移除 {path}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out all</source>
        <translation>全部移除</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Divider between before and after</source>
        <translation>前后对比分隔线</translation>
    </message>
    <message>
        <source>Drag to compare. With the keyboard: left and right arrow.</source>
        <translation>拖动以对比。也可用键盘的左右方向键。</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Drop a picture here</source>
        <translation>将图片拖到这里</translation>
    </message>
    <message>
        <source>Or paste one with Ctrl+V. You see what becomes of it before anything is written.</source>
        <translation>或按 Ctrl+V 粘贴。写入任何文件之前，都能先看到效果。</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>StartBar</name>
    <message>
        <source>Measure time</source>
        <translation>测量时间</translation>
    </message>
    <message>
        <source>Trains for a few seconds, throws that away, and says how long everything will take.</source>
        <translation>试训练几秒，不保留结果，然后估计全部所需时间。</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Measuring ...</source>
        <translation>正在测量...</translation>
    </message>
    <message>
        <source>About {time} on {device}.</source>
        <translation>在 {device} 上约需 {time}。</translation>
    </message>
    <message>
        <source>{n} pictures a second.</source>
        <translation>每秒 {n} 张图片。</translation>
    </message>
    <message>
        <source>Other programs hold the processor up: one thread alone would make {n} a second.</source>
        <translation>其他程序占用着处理器：只用一个线程可达每秒 {n} 张。</translation>
    </message>
    <message>
        <source>{memory} of memory.</source>
        <translation>占用内存 {memory}。</translation>
    </message>
    <message numerus="yes">
        <source>Learns from %n picture(s),</source>
        <translation>
            <numerusform>用 %n 张图片学习，</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more only judge.</source>
        <translation>
            <numerusform>另有 %n 张仅用于评估。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tips</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The result alone. Hold Space to see the original</source>
        <translation>只显示结果。按住空格键查看原图</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Original and result on the two sides of a divider</source>
        <translation>原图与结果分列分隔线两侧</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Both beside each other, moved together</source>
        <translation>两者并排，同步移动</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Only what the result changes, made stronger</source>
        <translation>只显示结果的改动，并加以强化</translation>
    </message>
    <message>
        <source>How to compare</source>
        <translation>对比方式</translation>
    </message>
    <message>
        <source>Size on the screen, of the result&apos;s pixels</source>
        <translation>结果像素在屏幕上的显示比例</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>No recent pictures</source>
        <translation>没有最近打开的图片</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Teach a model on your own pictures.</source>
        <translation>用自己的图片训练模型。</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause the run, or let it go on</source>
        <translation>暂停或继续训练</translation>
    </message>
    <message>
        <source>Look at the runs again</source>
        <translation>刷新训练列表</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Enlarge pictures</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Make new pictures</source>
        <translation>生成新图片</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <source>Each run gets a folder of its own in it.</source>
        <translation>每次训练都在其中有自己的文件夹。</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>1. What should it learn?</source>
        <translation>1. 学什么？</translation>
    </message>
    <message>
        <source>2. From which pictures?</source>
        <translation>2. 用哪些图片？</translation>
    </message>
    <message>
        <source>3. Which way of learning?</source>
        <translation>3. 用哪种方式学习？</translation>
    </message>
    <message>
        <source>4. Settings</source>
        <translation>4. 设置</translation>
    </message>
    <message>
        <source>The presets are being read.</source>
        <translation>正在读取预设。</translation>
    </message>
    <message>
        <source>{preset} learns from {images}.</source>
        <translation>{preset} 将学习 {images}。</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>KID</source>
        <translation>KID</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>PSNR of the worst picture</source>
        <translation>最差图片的 PSNR</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss of the generator</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <source>Loss of the discriminator</source>
        <translation>判别器损失</translation>
    </message>
    <message>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>Gradient of the generator</source>
        <translation>生成器梯度</translation>
    </message>
    <message>
        <source>Gradient of the discriminator</source>
        <translation>判别器梯度</translation>
    </message>
    <message>
        <source>Variety of the samples</source>
        <translation>样本多样性</translation>
    </message>
    <message>
        <source>Evenness over classes</source>
        <translation>类别均匀度</translation>
    </message>
    <message>
        <source>Share of classes seen</source>
        <translation>已出现类别的占比</translation>
    </message>
    <message>
        <source>Oversaturation</source>
        <translation>过饱和</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Strength of augmentation</source>
        <translation>数据增强强度</translation>
    </message>
    <message>
        <source>{title} ({note})</source>
        <translation>{title}（{note}）</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>Enlarges photos 2 times, faithfully. Takes hours on a processor and far less on a GPU.</source>
        <translation>将照片保真放大 2 倍。用处理器需要数小时，用 GPU 则快得多。</translation>
    </message>
    <message>
        <source>Enlarges photos 4 times, faithfully. Harder to learn.</source>
        <translation>将照片保真放大 4 倍。更难学习。</translation>
    </message>
    <message>
        <source>A small network that enlarges 2 times. Worth a look after a few minutes.</source>
        <translation>放大 2 倍的小型网络。几分钟后就值得一看。</translation>
    </message>
    <message>
        <source>Learns quickly and steadily. It did best in ten minutes on two processor cores.</source>
        <translation>学习又快又稳。在两个处理器核心上训练十分钟，它的效果最好。</translation>
    </message>
    <message>
        <source>The classic of 2016: simple and quick, less steady.</source>
        <translation>2016 年的经典：简单、快速，但不够稳定。</translation>
    </message>
    <message>
        <source>Like dcgan with a gentler loss; for comparison.</source>
        <translation>类似 dcgan，损失更平缓；用于对比。</translation>
    </message>
    <message>
        <source>The first of its kind, 2014: very quick and blurred. For tiny pictures and for learning.</source>
        <translation>2014 年的开山之作：非常快，但模糊。适合极小的图片和入门学习。</translation>
    </message>
    <message>
        <source>Modern residual networks: the most stable of all, and slower. Good with a GPU.</source>
        <translation>现代残差网络：最稳定，但较慢。适合有 GPU 时使用。</translation>
    </message>
    <message>
        <source>Residual networks with a penalty at real pictures; slower.</source>
        <translation>残差网络，在真实图片处加惩罚；较慢。</translation>
    </message>
    <message>
        <source>Residual networks, with a discriminator that learns five times for each step.</source>
        <translation>残差网络，判别器每步学习五次。</translation>
    </message>
    <message>
        <source>Clipped weights, kept for teaching. Slow to learn.</source>
        <translation>裁剪权重，保留作教学之用。学习较慢。</translation>
    </message>
    <message>
        <source>A critic held by a gradient penalty: steady and slow.</source>
        <translation>用梯度惩罚约束评判器：稳定，但较慢。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>{metric} {value} after {images}</source>
        <translation>{metric} {value}（{images}后）</translation>
    </message>
    <message>
        <source>Went back to an earlier state</source>
        <translation>已退回到较早的状态</translation>
    </message>
    <message>
        <source>Ended the run</source>
        <translation>已结束训练</translation>
    </message>
    <message>
        <source>Noticed, and changed nothing</source>
        <translation>已注意到，未作改动</translation>
    </message>
    <message>
        <source>{done}.</source>
        <translation>{done}。</translation>
    </message>
    <message>
        <source>{done}. {sentence}</source>
        <translation>{done}。{sentence}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{done} of {all} pictures</source>
        <translation>{done} / {all} 张图片</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>getting the pictures ready</source>
        <translation>正在准备图片</translation>
    </message>
</context>
<context>
    <name>TrashQuestion</name>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>{n} ms</source>
        <translation>{n} 毫秒</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分钟</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 小时</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>{w} × {h}</source>
        <translation>{w} × {h}</translation>
    </message>
    <message>
        <source>{size} ({n} MP)</source>
        <translation>{size}（{n} MP）</translation>
    </message>
</context>
</TS>
